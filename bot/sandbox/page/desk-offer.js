// Section 5: a job, a course or another measure is offered. Every field has a proposal: one press makes an offer.

import { at, day, desk, element, exactly, filled, form, now, onShow, onSubmit, word } from "./desk-page.js";
import { send } from "./desk-send.js";

const DAY_MS = 86_400_000;
const DAYS_TO_ANSWER = 3;
const DAYS_TO_START = 7;
const SOMEBODY = "Айгүл";
const offer = form.offer;
const proposed = new Map();

function propose(name, value) { // unless somebody has typed something else
  const field = offer[name];
  if (field.value !== (proposed.get(name) ?? "")) return;
  field.value = value;
  proposed.set(name, value);
}

const labels = () => [...new Set((desk.seen?.followers ?? []).map((one) => one.member_label).filter(Boolean))];

export function nextOfferId(further = 0) {
  return `o${(desk.seen?.offers.length ?? 0) + 1 + further}`;
}

export const answerBy = (days = DAYS_TO_ANSWER) => day(now() + days * DAY_MS);
export const startOn = () => day(now() + DAYS_TO_START * DAY_MS);
export const memberLabel = () => labels()[0] ?? SOMEBODY;

onShow(() => {
  for (const field of offer.elements) field.disabled = !desk.seen;
  offer.querySelector("datalist").replaceChildren(...labels().map((value) => element("option", { value })));
  propose("member_label", memberLabel());
  for (const name of ["title", "employer", "place"]) propose(name, word("samples")[name]);
  propose("starts_on", startOn());
  propose("date", answerBy());
  propose("offer_id", nextOfferId());
});
onSubmit(offer, () => {
  const { date, time, ...told } = filled(Object.fromEntries(new FormData(offer)));
  if (told.wage_tenge) told.wage_tenge = Number(told.wage_tenge);
  if (/^\d+$/.test(told.hours ?? "")) told.hours = Number(told.hours); // hours a week; other words stay as they are
  return send(offer, "offer.made", { case_id: desk.caseId, ...told, respond_by: exactly(at(date, time)) });
});
