// Section 1: an application is registered.

import { desk, form, onShow, onSubmit, fillSelect, today } from "./desk-page.js";
import { send } from "./desk-send.js";

const FIRST_REGION = "KZ-79";

let proposedOn = "";

function propose() {
  const number = String(Math.floor(Date.now() / 1000)).slice(-6);
  form.open.case_id.value = `${form.open.region.value.slice(3)}-${number}`;
}

onShow(() => {
  fillSelect(form.open.region, Object.entries(desk.regions[desk.language] ?? {}), FIRST_REGION);
  if (proposedOn !== today()) form.open.applied_on.value = proposedOn = today();
  if (!form.open.case_id.value) propose();
});
form.open.region.addEventListener("change", propose);
onSubmit(form.open, async () => {
  const { region, applied_on, case_id } = Object.fromEntries(new FormData(form.open));
  await send(form.open, "case.opened", { case_id, region, applied_on });
  propose();
});
