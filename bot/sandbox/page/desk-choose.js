// One case at a time: those in which something happened last, and any other by its number.

import { call } from "./desk-api.js";
import { act, choose, desk, fillSelect, form, moment, onShow, onSubmit, word } from "./desk-page.js";

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

const line = (one) => `${one.case_id} · ${word(one.status)} · ${moment(one.changed_at)}`;

function show() {
  const own = desk.seen && !cases.some((one) => one.case_id === desk.caseId) ? [[desk.caseId, desk.caseId]] : [];
  fillSelect(picker.recent, [["", word("noneChosen")], ...own, ...cases.map((one) => [one.case_id, line(one)])]);
  picker.recent.value = desk.seen ? desk.caseId : "";
}

async function open(id) {
  await choose(id);
  picker.number.value = "";
  return "";
}

onShow(show);
document.addEventListener("chosen", show);
document.addEventListener("news", () => readRecent().catch((error) => console.info(error.message)));
picker.recent.addEventListener("change", async () => {
  if (picker.recent.value) await act(picker, () => open(picker.recent.value));
  show(); // also where it could not be opened
});
onSubmit(picker, () => open(picker.number.value.trim()));
