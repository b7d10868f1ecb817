// On top: what waits for the officer, the oldest first. Each line opens its case, at its offer where it has one.

import { call } from "./desk-api.js";
import { address, byId, choose, dayOf, element, isOpen, learnName, moment, nameOf, onShow, word, wordOf } from "./desk-page.js";

const MOST = 100;
const AGAIN_MS = 30_000; // a term may end without anybody doing anything
let list = { waiting: [], more: false };
let reading = 0; // counts how often it was asked for

export async function readWaiting() {
  const mine = ++reading;
  const isNews = (read) => JSON.stringify(read) !== JSON.stringify(list);
  const read = await call("GET", `v1/waiting?limit=${MOST}`, { isShown: isNews });
  if (mine !== reading || !isNews(read)) return; // a later reading is newer
  list = read;
  show();
}

// An offer is answered on its card, which on a phone stands six screens below its case.
async function open(one) {
  await choose(one.case_id, one.region);
  const isIts = ({ dataset }) => dataset.offer === one.offer_id && dataset.case === one.case_id && dataset.region === one.region;
  const place = [...byId("offers").querySelectorAll("form.offer")].find(isIts) ?? byId("case");
  place.scrollIntoView();
  place.focus({ preventScroll: true });
}

// Both sides are there: who says it, and since when.
function doubters(one) {
  for (const by of one.doubted_by) learnName(one, by.person, by.member_label);
  return one.doubted_by.length && `${word("doubtedBy")} ${one.doubted_by.map((by) => `${nameOf(by.person, one)} (${moment(by.since)})`).join(", ")}`;
}

const deadline = (one) => one.respond_by && `${word("respondBy")} ${moment(one.respond_by)}`;

function row(one) {
  learnName(one, one.person, one.member_label);
  const what = wordOf("waitingFor", one.kind).replace("{due}", one.due_on ? dayOf(`${one.due_on}T00:00+05:00`) : "");
  const name = one.person ? nameOf(one.person, one) : one.member_label;
  const link = element("a", { href: address(one.case_id, one.region) }, element("strong", {}, [name, what].filter(Boolean).join(": ")), " ",
    element("span", {}, [doubters(one), one.about, one.answer && wordOf("offerStates", one.answer), deadline(one), `№ ${one.case_id}`].filter(Boolean).join(" · ")), " ", element("time", { datetime: one.since }, moment(one.since)));
  link.addEventListener("click", (click) => { click.preventDefault(); open(one).catch((error) => console.info(error.message)); });
  return element("li", { "data-waiting": one.kind, "data-case": one.case_id, "data-region": one.region }, link);
}

function show() {
  const rows = list.waiting.map(row);
  byId("waiting").querySelector("ol").replaceChildren(...(rows.length ? rows : [element("li", {}, word("waitingNothing"))]));
  byId("waiting").querySelector(".more").hidden = !list.more;
  for (const link of byId("waiting").querySelectorAll("a")) link.toggleAttribute("aria-current", isOpen({ case_id: link.parentElement.dataset.case, region: link.parentElement.dataset.region }));
}

const again = () => readWaiting().catch((error) => console.info(error.message)); // the next time tries again

onShow(show);
document.addEventListener("news", again);
setInterval(again, AGAIN_MS);
