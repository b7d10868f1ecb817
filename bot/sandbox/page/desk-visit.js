// Section 3: the commission's visit is sent, moved, cancelled or held.

import { act, desk, exactly, filled, form, now, onShow, onSubmit, tomorrow, word } from "./desk-page.js";
import { send } from "./desk-send.js";

const SOON_MS = 10_000;
const HOUR_MS = 3_600_000;
const visit = form.visit;
let proposed = "";

const coming = () => desk.seen?.visits.find((one) => one.state === "scheduled");

function showWhen() {
  for (const name of ["date", "from", "until"]) visit[name].disabled = !desk.seen || visit.soon.checked;
}

function times() {
  const starts = now() + SOON_MS;
  if (visit.soon.checked) return { starts_at: exactly(starts), ends_at: exactly(starts + 2 * HOUR_MS) };
  const [date, offset] = [visit.date.value, exactly(starts).slice(-6)];
  return { starts_at: `${date}T${visit.from.value}:00${offset}`, ends_at: `${date}T${visit.until.value}:00${offset}` };
}

function end(name, more) {
  return act(visit, () => send(visit, name, { case_id: desk.caseId, visit_id: coming().visit_id, ...filled(more) }));
}

onShow(() => {
  for (const field of visit.elements) field.disabled = !desk.seen || (field.dataset.needs === "visit" && !coming());
  visit.send.textContent = word(coming() ? "reschedule" : "schedule");
  if (proposed !== tomorrow()) visit.date.value = proposed = tomorrow();
  showWhen();
});
onSubmit(visit, () => {
  const visit_id = coming()?.visit_id ?? `v${desk.seen.visits.length + 1}`;
  const where = filled({ address: visit.address.value, contact: visit.contact.value });
  const data = () => ({ case_id: desk.caseId, visit_id, ...times(), ...where }); // "soon" is so when it is sent
  return send(visit, coming() ? "visit.rescheduled" : "visit.scheduled", visit.soon.checked ? data : data());
});
visit.soon.addEventListener("change", showWhen);
visit.cancel.addEventListener("click", () => end("visit.cancelled", {}));
visit.hold.addEventListener("click", () => end("visit.held", { conclusion: visit.conclusion.value, note: visit.note.value }));
