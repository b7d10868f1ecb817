// The feed: what came from the families since the cursor, again and again. An empty answer is not shown.

import { call } from "./desk-api.js";
import { readClock } from "./desk-clock.js";
import { readOffers } from "./desk-offers.js";
import { readRecent } from "./desk-choose.js";
import { readWaiting } from "./desk-waiting.js";
import { address, byId, choose, clock, element, isOpen, moment, nameOf, onShow, raw, readCase, reasonOf, word, wordOf } from "./desk-page.js";

const POLL_MS = 1000;
const PAGE = 100;
const MOST_SHOWN = 200;
const changes = [];
let cursor = "";
let isFirst = true;

function row(one) {
  const link = element("a", { href: address(one.case_id, one.region) }, one.case_id);
  link.addEventListener("click", (click) => { click.preventDefault(); choose(one.case_id, one.region); });
  const wished = (one.wished ?? []).map((window) => `${moment(window.from)}–${clock(window.to)}`).join("; ");
  const what = `${[one.person && nameOf(one.person, one), wordOf("kinds", one.kind)].filter(Boolean).join(" ")}${wished && `: ${wished}`}`;
  const files = one.files?.length && word("filesSent").replace("{files}", one.files.length);
  const by = one.by && `${word("doubtedBy")} ${nameOf(one.by, one)}`;
  const more = [one.kind === "follower_doubted" && by, one.notice && wordOf("notices", one.notice), one.reason && reasonOf(one.reason), one.text && `«${one.text}»`, files].filter(Boolean);
  return element("li", { "data-kind": one.kind }, element("time", { datetime: one.at }, moment(one.at)), link,
    element("span", {}, [what, ...more].join(" · ")), raw([one.kind, one.notice, one.offer_id].filter(Boolean).join(" ")));
}

function show() {
  const rows = changes.slice(-MOST_SHOWN).reverse().map(row);
  byId("changes").replaceChildren(...(rows.length ? rows : [element("li", {}, word("noChanges"))]));
}

async function read() {
  const page = await call("GET", `v1/changes?after=${cursor}&limit=${PAGE}`, { isShown: (result) => result.changes?.length !== 0 });
  cursor = page.next;
  changes.push(...page.changes);
  if (page.changes.length) show();
  return page.changes;
}

export async function watch() {
  try {
    await readClock();
    const found = await read();
    const isAboutOpen = found.some(isOpen);
    await readCase({ isShown: () => isAboutOpen }); // also without a change: notices wait, and are sent
    if (found.length || isFirst) await Promise.all([readOffers(), readWaiting(), readRecent()]);
    isFirst = false;
    if (found.length === PAGE) return watch();
  } catch (error) {
    console.info(error.message); // the next poll tries again
  }
  setTimeout(watch, POLL_MS);
}

onShow(show);
