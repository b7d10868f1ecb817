// Many offers from a table: tried out first, and made only when the same table was tried out.

import { call } from "./desk-api.js";
import { act, desk, element, form, onSubmit, readCase, word } from "./desk-page.js";
import { answerBy, memberLabel, nextOfferId, startOn } from "./desk-offer.js";
import { readOffers } from "./desk-offers.js";
import { sentence } from "./desk-refusals.js";
import { words } from "./desk-words.js";

const COLUMNS = ["case_id", "region", "offer_id", "member_label", "measure", "title", "wage_tenge", "hours", "place", "starts_on", "respond_by", "contact"];
const SAMPLE_CASE = "79-000123";
const SAMPLE_REGION = "KZ-79"; // may be left empty where only one region has a case of that number
const batch = form.batch;
const counts = batch.querySelector("dl");
const errors = batch.querySelector(".errors");

function sample() {
  const { title, course, place } = word("samples");
  const offered = [["vacancy", title, 95000, 40], ["training", course, "", ""]];
  const rows = offered.map(([measure, what, wage, hours], number) => [desk.caseId ?? SAMPLE_CASE, desk.caseId ? desk.region ?? "" : SAMPLE_REGION, nextOfferId(number), memberLabel(),
    measure, what, wage, hours, place, startOn(), `${answerBy()}T18:00:00+05:00`, "+7 725 200 00 00"]);
  return [COLUMNS, ...rows].map((row) => row.map(cell).join(",")).join("\n");
}

const cell = (told) => (/[",\n]/.test(told) ? `"${String(told).replaceAll('"', '""')}"` : told);

function forget() { // what was tried out is no longer what would be sent
  batch.run.disabled = true;
  for (const node of [counts, errors]) node.hidden = true;
  batch.querySelector(".outcome").replaceChildren();
}

function mistake({ row, errors: mistakes }) {
  const told = mistakes.map(({ field, message }) => sentence(field, message, words(desk.language))).join(" ");
  const api = mistakes.map(({ field, message }) => `${field} ${message}`).join("; ");
  return element("li", {}, `${word("batchRow").replace("{row}", row)}: ${told} `, element("small", { lang: "en", translate: "no" }, api));
}

function tell({ totals, rows }) {
  counts.replaceChildren(...Object.entries(word("totals")).flatMap(([name, text]) => [element("dt", {}, text),
    element("dd", { "data-total": name }, totals[name].toLocaleString("ru"))]));
  errors.replaceChildren(...rows.filter((row) => row.errors.length).map(mistake));
  counts.hidden = false;
  errors.hidden = errors.children.length === 0;
}

async function send(isDry) {
  forget();
  const body = batch.file.files[0] ?? batch.text.value;
  const answered = await call("POST", `v1/offers/batch?dry_run=${isDry}`, { body: body || "\n", type: "text/csv" });
  tell(answered);
  batch.run.disabled = !isDry || answered.totals.accepted === 0;
  if (!isDry) await Promise.all([readCase(), readOffers()]);
  return word(isDry ? "tried" : "madeAll");
}

batch.sample.addEventListener("click", () => {
  batch.file.value = "";
  batch.text.value = sample();
  forget();
});
batch.file.addEventListener("change", () => { batch.text.value = ""; forget(); });
batch.text.addEventListener("input", () => { batch.file.value = ""; forget(); });
batch.run.addEventListener("click", () => act(batch, () => send(false)));
onSubmit(batch, () => send(true));
