// The program's clock: shown, set ahead, set back to the real time. Only the sandbox has one that can be set.

import { ask } from "./desk-api.js";
import { act, at, byId, day, desk, element, exactly, form, moment, now, onShow, onSubmit, readCase, showAll, tomorrow, wholeDay, word } from "./desk-page.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const TICK_MS = 1000;
const AWAITED = ["open", "taken_back", "not_excused"];
const clock = form.clock;
let shownOn = "";

export async function readClock() {
  take(await ask("desk/clock"));
}

function take({ now: told, ahead_seconds: ahead }) {
  const before = desk.aheadMs;
  desk.aheadMs = ahead * 1000;
  if (shownOn && (before !== desk.aheadMs || shownOn !== told.slice(0, 10))) showAll();
}

function set(instant) {
  return act(clock, async () => {
    take(await ask("desk/clock", "PUT", { now: exactly(instant) }));
    document.dispatchEvent(new Event("news")); // a term may be over
    await readCase();
    return word("clockSet");
  });
}

function reset() {
  return act(clock, async () => {
    take(await ask("desk/clock", "DELETE"));
    document.dispatchEvent(new Event("news"));
    await readCase();
    return word("clockReset");
  });
}

// The instants at which the bot has something to say of the open case, as far as they are still to come.
function stops() {
  const { seen } = desk;
  if (!seen) return [];
  const visits = seen.visits.filter((one) => one.state === "scheduled").flatMap(({ starts_at, ends_at }) => [
    ["stopEvening", at(day(Date.parse(starts_at) - DAY_MS), "18:00")],
    ["stopHours", Date.parse(starts_at) - 2 * HOUR_MS],
    ["stopBegun", Date.parse(starts_at)],
    ["stopPassed", Date.parse(ends_at)],
  ]);
  const isUndecided = ["opened", "received", "under_review"].includes(seen.status);
  const overdue = isUndecided && !seen.visits.some((one) => one.conclusion && one.conclusion !== "nobody_home")
    ? [["stopOverdue", at(day(Date.parse(`${seen.applied_on}T12:00Z`) + 16 * DAY_MS), "09:00")]] : [];
  const until = seen.status === "assigned" && seen.decision?.paid_until;
  const renewal = until ? [["stopRenewal", at(day(Date.parse(`${until}T12:00Z`) - 3 * DAY_MS), "10:00")],
    ["stopQuarter", at(day(Date.parse(`${until}T12:00Z`) + DAY_MS), "09:00")]] : [];
  const offers = seen.offers.filter((one) => AWAITED.includes(one.state)).flatMap(({ respond_by }) => [
    ["stopOfferTwoDays", Date.parse(respond_by) - 48 * HOUR_MS],
    ["stopOfferDay", Date.parse(respond_by) - DAY_MS],
    ["stopOfferHours", Date.parse(respond_by) - 3 * HOUR_MS],
    ["stopOfferOver", Date.parse(respond_by) + TICK_MS], // its own second is still in time
  ]);
  return [...visits, ...overdue, ...renewal, ...offers].filter(([, instant]) => instant > now() + TICK_MS).sort((one, other) => one[1] - other[1]);
}

function showStops() {
  const buttons = stops().map(([name, instant]) => {
    const button = element("button", { type: "button", "data-stop": name }, word(name), element("small", {}, moment(exactly(instant))));
    button.addEventListener("click", () => set(instant));
    return button;
  });
  byId("stops").replaceChildren(...buttons);
  byId("stops").parentElement.hidden = buttons.length === 0;
}

function showTime() {
  const told = exactly(now());
  byId("program-day").textContent = wholeDay(now());
  byId("program-time").textContent = told.slice(11, 19);
  byId("program-time").dateTime = told;
  if (shownOn && shownOn !== told.slice(0, 10)) showAll(); // midnight
}

function show() {
  shownOn = exactly(now()).slice(0, 10);
  const minutes = Math.round(desk.aheadMs / 60_000);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  const lead = word("clockAhead").replace("{days}", days).replace("{hours}", hours).replace("{minutes}", minutes % 60);
  byId("lead").textContent = minutes > 0 ? lead : word("clockReal");
  clock.back.disabled = minutes === 0;
  if (!clock.date.value || at(clock.date.value, clock.time.value || "00:00") < now()) clock.date.value = tomorrow();
  showTime();
  showStops();
}

clock.hours.addEventListener("click", () => set(now() + 2 * HOUR_MS));
clock.morning.addEventListener("click", () => set(at(tomorrow(), "09:00")));
clock.next.addEventListener("click", () => set(now() + DAY_MS));
clock.back.addEventListener("click", reset);
onSubmit(clock, () => ask("desk/clock", "PUT", { now: exactly(at(clock.date.value, clock.time.value)) }).then(async (told) => {
  take(told);
  await readCase();
  return word("clockSet");
}));
onShow(show);
setInterval(showTime, TICK_MS);
