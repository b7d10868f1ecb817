// What the sections share: the language, the open case, the program's time, and the ways to show and to send.

import { Refused, call } from "./desk-api.js";
import { refusal } from "./desk-refusals.js";
import { words } from "./desk-words.js";

const DAY_MS = 86_400_000;
const OFFSET_HOURS = 5; // all of Kazakhstan
const OFFSET = "+05:00";

const query = new URLSearchParams(location.search);
export const form = Object.fromEntries([...document.forms].map((one) => [one.id, one]));
export const desk = {
  language: (query.get("lang") ?? navigator.language).startsWith("ru") ? "ru" : "kk",
  caseId: query.get("case"),
  region: query.get("region"), // whose case of that number: several regions may have one
  seen: null, // the case, as the API shows it
  regions: {},
  aheadMs: 0, // of the program's clock before the real one
};
const names = new Map(); // of each case: the names of its people by their aliases
let reading = 0; // counts how often the case was asked for
const shows = [];

export const byId = (id) => document.getElementById(id);
export const word = (key) => words(desk.language)[key] ?? key;
export const wordOf = (kind, name) => words(desk.language)[kind][name] ?? name;
export const reasonOf = (told) => words(desk.language).reasons[told] ?? `«${told}»`; // what a person has written stays as it is
export const region = (id) => desk.regions[desk.language]?.[id] ?? id;

// Sections are drawn when the words, the open case or the program's day have changed.
export const onShow = (show) => { shows.push(show); };
export const showAll = () => { for (const show of shows) show(); };

// days and instants of Kazakhstan

export const now = () => Date.now() + desk.aheadMs;
export const exactly = (instant) => `${new Date(instant + OFFSET_HOURS * 3_600_000).toISOString().slice(0, 19)}${OFFSET}`;
export const day = (instant) => exactly(instant).slice(0, 10);
export const today = () => day(now());
export const tomorrow = () => day(now() + DAY_MS);
export const at = (date, time) => Date.parse(`${date}T${time}:00${OFFSET}`);
export const clock = (text) => exactly(Date.parse(text)).slice(11, 16);
export const moment = (text) => `${dayOf(text)}, ${clock(text)}`;

export function dayOf(text) { // browsers do not know Kazakh months
  const [, month, date] = day(Date.parse(text)).split("-").map(Number);
  return `${date} ${word("months")[month - 1]}`;
}

export function wholeDay(instant) {
  const told = exactly(instant).slice(0, 10);
  const [year, month, date] = told.split("-").map(Number);
  const weekday = word("weekdays")[new Date(`${told}T00:00Z`).getUTCDay()];
  const values = { year, day: date, month: word("months")[month - 1], weekday };
  return word("wholeDay").replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// parts of the page

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

export const raw = (text) => element("small", { lang: "en", translate: "no" }, text); // the API's own word beside ours

export function fillSelect(select, options, first) {
  const chosen = select.value || first;
  select.replaceChildren(...options.map(([value, text]) => element("option", { value }, text)));
  if (options.some(([value]) => String(value) === chosen)) select.value = chosen;
}

// What a button does: its outcome is said in its section, in words and beside them the API's own when it was refused.
export async function act(section, work) {
  const outcome = section.querySelector(".outcome");
  const say = (isRefused, ...told) => {
    outcome.classList.toggle("refused", isRefused);
    outcome.replaceChildren(...told);
  };
  outcome.replaceChildren();
  try {
    say(false, await work() ?? word("accepted"));
  } catch (error) {
    if (error instanceof Refused) say(true, refusal(error, words(desk.language)), " ", raw(`${error.status} ${error.message}`));
    else say(true, error instanceof TypeError ? word("lost") : error.message); // fetch's own error: no answer came
  }
}

// Under a form that was changed nothing stays of what an earlier press brought about.
document.addEventListener("input", ({ target }) => target.form?.querySelector(".outcome")?.replaceChildren());

// the case

export const address = (id, where) => `?${new URLSearchParams({ ...(id && { case: id }), ...(where && { region: where }), lang: desk.language })}`;
const numberInPath = () => encodeURIComponent(desk.caseId).replaceAll("%2F", "/"); // a number may hold strokes
export const casePath = (rest = "") => `v1/cases/${numberInPath()}${rest}${desk.region ? `?region=${desk.region}` : ""}`;
export const isOpen = (one) => one.case_id === desk.caseId && one.region === desk.region;

// A person by the name that the authority has given, as far as it is known here; the alias stands behind it.
const keyOf = (one) => `${one.region} ${one.case_id}`;

export function nameOf(alias, one = desk.seen) {
  const label = one && names.get(keyOf(one))?.get(alias);
  return label ? `${label} (${alias})` : alias;
}

export function learnName(one, alias, label) {
  if (!names.has(keyOf(one))) names.set(keyOf(one), new Map());
  if (alias && label) names.get(keyOf(one)).set(alias, label);
}

export async function choose(id, where) {
  const before = [desk.caseId, desk.region];
  [desk.caseId, desk.region] = [id, where];
  try {
    await readCase();
  } catch (error) {
    [desk.caseId, desk.region] = before; // what was open stays open
    throw error;
  }
  if (id === before[0] && desk.region === before[1]) return;
  for (const outcome of document.querySelectorAll("form[data-needs=case] .outcome")) outcome.replaceChildren();
  document.dispatchEvent(new Event("chosen"));
  history.replaceState(null, "", address(id, desk.region));
}

export async function readCase({ isShown = () => true } = {}) {
  if (!desk.caseId) return;
  const mine = ++reading;
  const read = await call("GET", casePath(), { isShown });
  if (mine !== reading || JSON.stringify(read) === JSON.stringify(desk.seen)) return; // a later reading is newer
  desk.seen = read;
  desk.region = read.region;
  for (const { person, member_label: label } of read.followers) learnName(read, person, label);
  showAll();
}

export const filled = (fields) => // an empty field is left out of the event
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));

export function onSubmit(one, work) {
  one.addEventListener("submit", (submit) => { submit.preventDefault(); act(one, work); });
}
