// A region's poverty line of a quarter is published; the bot reckons with it from the next answer on.

import { call } from "./desk-api.js";
import { desk, fillSelect, form, onShow, onSubmit, today } from "./desk-page.js";

const line = form.line;
const FIRST_REGION = "KZ-79";

function quarter() {
  const [year, month] = today().split("-").map(Number);
  return `${year}-Q${Math.ceil(month / 3)}`;
}

onShow(() => {
  fillSelect(line.region, Object.entries(desk.regions[desk.language] ?? {}), FIRST_REGION);
  line.quarter.value ||= quarter();
});
onSubmit(line, async () => {
  const body = { tenge: Number(line.tenge.value), source: line.source.value };
  await call("PUT", `v1/poverty-lines/${line.region.value}/${encodeURIComponent(line.quarter.value)}`, { body });
});
