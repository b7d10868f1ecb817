// Section 4: the application's stages and the decision.

import { act, casePath, desk, filled, form, onShow, onSubmit, today } from "./desk-page.js";
import { send } from "./desk-send.js";

const SUMS = ["monthly_tenge", "supplement_tenge"];
const decision = form.decision;
let [proposedOf, proposedOn] = ["", ""];

function lastDayOfQuarter(firstDay) {
  const [year, month] = firstDay.split("-").map(Number);
  return new Date(Date.UTC(year, Math.ceil(month / 3) * 3, 0)).toISOString().slice(0, 10);
}

const NEEDS_NOTE = ["suspended", "terminated"]; // the family loses money, and no ground is chosen

function showFields() {
  decision.note.required = NEEDS_NOTE.includes(decision.status.value);
  for (const label of decision.querySelectorAll("[data-of]")) {
    label.hidden = label.dataset.of !== decision.status.value;
    for (const field of label.querySelectorAll("input, select")) field.disabled = label.hidden || !desk.seen;
  }
}

onShow(() => {
  for (const field of decision.elements) field.disabled = !desk.seen;
  if (desk.seen && proposedOf !== casePath()) {
    proposedOf = casePath();
    decision.paid_from.value = `${desk.seen.applied_on.slice(0, 8)}01`;
    decision.paid_until.value = lastDayOfQuarter(desk.seen.applied_on);
  }
  if (proposedOn !== today()) decision.on.value = proposedOn = today();
  showFields();
});
onSubmit(decision, () => {
  const { reason, ...given } = Object.fromEntries(new FormData(decision));
  const data = { case_id: desk.caseId, ...filled(given) };
  for (const name of SUMS) if (name in data) data[name] = Number(data[name]);
  return send(decision, "case.status", data);
});
// What was sent last is withdrawn; whoever has read it reads the note.
decision.correct.addEventListener("click", () => act(decision, () => send(decision, "case.corrected",
  { case_id: desk.caseId, reason: decision.reason.value, note: decision.note.value })));
decision.status.addEventListener("change", showFields);
