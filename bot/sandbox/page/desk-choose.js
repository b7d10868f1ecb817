// One case at a time: those in which something happened last, and any other by its number.

import { call } from "./desk-api.js";
import { act, choose, desk, fillSelect, form, isOpen, moment, onShow, onSubmit, region, word } from "./desk-page.js";

const MOST = 50;
const picker = form.choose;
let cases = [];
let reading = 0; // counts how often they were asked for

export async function readRecent() {
  const mine = ++reading;
  const isNews = (read) => JSON.stringify(read.cases) !== JSON.stringify(cases);
  const read = await call("GET", `v1/cases?limit=${MOST}`, { isShown: isNews });
  if (mine !== reading || !isNews(read)) return; // a later reading is newer
  cases = read.cases;
  show();
}

const placeOf = (one) => `${one.region} ${one.case_id}`;
const isTwice = (one) => cases.some((other) => other.case_id === one.case_id && other.region !== one.region);
const line = (one) => `${one.case_id}${isTwice(one) ? `, ${region(one.region)}` : ""} · ${word(one.status)} · ${moment(one.changed_at)}`;

function show() {
  const own = desk.seen && !cases.some(isOpen) ? [[placeOf(desk.seen), desk.caseId]] : [];
  fillSelect(picker.recent, [["", word("noneChosen")], ...own, ...cases.map((one) => [placeOf(one), line(one)])]);
  picker.recent.value = desk.seen ? placeOf(desk.seen) : "";
}

async function open(id, where) {
  await choose(id, where);
  picker.number.value = "";
  return "";
}

onShow(show);
document.addEventListener("chosen", show);
document.addEventListener("news", () => readRecent().catch((error) => console.info(error.message)));
picker.recent.addEventListener("change", async () => {
  if (picker.recent.value) await act(picker, () => open(picker.recent.value.slice(6), picker.recent.value.slice(0, 5)));
  show(); // also where it could not be opened
});
onSubmit(picker, () => open(picker.number.value.trim()));
