// A region's poverty line of a quarter is published; the bot reckons with it from the next answer on. Below it, the
// regions of the key in which nobody has published one for this quarter or the next.

import { call } from "./desk-api.js";
import { byId, desk, element, fillSelect, form, onShow, onSubmit, raw, region, today, word } from "./desk-page.js";

const line = form.line;
const FIRST_REGION = "KZ-79";
let missing = []; // of each quarter: its name in the words, its id, and the regions without a line
let readIn = ""; // the running quarter when they were asked for
let reading = 0; // counts how often they were asked for

function running() {
  const [year, month] = today().split("-").map(Number);
  return `${year}-Q${Math.ceil(month / 3)}`;
}

function following(quarter) {
  const [year, number] = quarter.split("-Q").map(Number);
  return number === 4 ? `${year + 1}-Q1` : `${year}-Q${number + 1}`;
}

// A quarter of which the API says nothing is left out: the law of the program may end before the next one.
async function readMissing() {
  const [mine, quarter] = [++reading, readIn = running()];
  const read = async (name, id) => [name, id, (await call("GET", `v1/poverty-lines?quarter=${id}`)).missing];
  const told = await Promise.allSettled([read("runningQuarter", quarter), read("comingQuarter", following(quarter))]);
  if (mine !== reading) return; // a later reading is newer
  missing = told.filter(({ status }) => status === "fulfilled").map(({ value }) => value);
  if (missing.length === 0) readIn = ""; // no answer came: asked again when the section is shown anew
  showMissing();
}

function showMissing() {
  byId("missing-lines").replaceChildren(...missing.flatMap(([name, quarter, regions]) => [
    element("dt", {}, `${word(name)} (${regions.length})`, " ", raw(quarter)),
    element("dd", { "data-quarter": quarter }, regions.length ? regions.map(region).join(", ") : word("noMissing")),
  ]));
  byId("missing-lines").parentElement.hidden = missing.length === 0;
}

onShow(() => {
  fillSelect(line.region, Object.entries(desk.regions[desk.language] ?? {}), FIRST_REGION);
  line.quarter.value ||= running();
  showMissing();
  if (readIn !== running()) readMissing();
});
onSubmit(line, async () => {
  const body = { tenge: Number(line.tenge.value), source: line.source.value };
  await call("PUT", `v1/poverty-lines/${line.region.value}/${encodeURIComponent(line.quarter.value)}`, { body });
  await readMissing();
});
