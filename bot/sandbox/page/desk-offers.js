// The officer's list: each offer with its state, whom it reached, what was answered, and what the officer does.

import { call, fetchFile } from "./desk-api.js";
import { fileButton, save } from "./desk-files.js";
import { act, address, at, byId, choose, day, desk, element, exactly, filled, fillSelect, form, moment, nameOf, now, onShow, onSubmit, raw, readCase, reasonOf, word, wordOf } from "./desk-page.js";
import { isSent } from "./desk-send.js";

const DAY_MS = 86_400_000;
const DAYS_MORE = 3;
const PAGE = 500;
const ANSWERED = ["accepted", "refused", "excuse_requested"];
const SETTLED = ["excused", "withdrawn"];
const place = byId("offers").querySelector(".cards");
const template = byId("offers").querySelector("template");
const which = form.which;
const cards = new Map();
let all = []; // the offers of every case, as they were read last
let reading = 0; // counts how often they were asked for

// What the officer does: when it can be done, and the event.
const ACTS = {
  excuse: { event: "offer.excused", note: "note", more: { accepted: true }, fits: (one) => one.state === "excuse_requested" },
  notExcuse: { event: "offer.excused", note: "note", more: { accepted: false }, fits: (one) => one.state === "excuse_requested" },
  acknowledge: { event: "offer.acknowledged", fits: (one) => ANSWERED.includes(one.state) && !one.acknowledged_at },
  extend: { event: "offer.extended", isLater: true, fits: (one) => !SETTLED.includes(one.state) && !one.acknowledged_at },
  withdraw: { event: "offer.withdrawn", note: "why", fits: (one) => !SETTLED.includes(one.state) },
};

// what the list shows

const isAll = () => which.cases.value === "allCases";
const key = (one) => JSON.stringify([one.region, one.case_id, one.offer_id]);
const list = (node, rows) => node.replaceChildren(...rows.filter(Boolean));
const line = (name, ...parts) => element("li", {}, element("span", {}, `${word(name)}: `), parts.filter(Boolean).join(" · "));
const sum = (tenge) => `${tenge.toLocaleString("ru")} ₸`;

const who = (one, alias) => nameOf(alias, one);

const people = (one, seen) => seen.map(({ person, at: when }) => `${who(one, person)}, ${moment(when)}`).join("; ");

function answer(one, { kind, person, at: when, reason, text, files }) {
  const number = files.length && word("filesSent").replace("{files}", files.length);
  const told = [wordOf("kinds", kind), reason && reasonOf(reason), text && `«${text}»`, number];
  return element("li", {}, `${moment(when)}: `, [who(one, person), told.filter(Boolean).join(" · ")].join(" "));
}

function told(one) {
  const link = element("a", { href: address(one.case_id, one.region) }, one.case_id);
  link.addEventListener("click", (click) => { click.preventDefault(); choose(one.case_id, one.region); });
  return [
    element("li", {}, element("span", {}, `${word("caseId")}: `), link, " ", raw(one.offer_id)),
    line("offerFor", one.member_label, wordOf("measures", one.measure), one.wage_tenge !== null && sum(one.wage_tenge)),
    line("reached", people(one, one.reached) || word("reachedNobody")),
    line("openedBy", people(one, one.opened) || word("openedNobody")),
    one.answers.length && element("li", {}, element("span", {}, `${word("answers")}:`), element("ol", {}, ...one.answers.map((each) => answer(one, each)))),
    one.note && line("officerNote", one.note),
    one.acknowledged_at && line("acknowledgedAt", moment(one.acknowledged_at)),
  ];
}

function until(one) {
  const isOver = Date.parse(one.respond_by) < now();
  return `${word(isOver ? "deadlineWas" : "deadline")} ${moment(one.respond_by)}`;
}

function proof(one, each) {
  const parts = [`${moment(each.at)}: ${who(one, each.person)}`, wordOf("notices", wordOf("kinds", each.of)), ...(each.language ? [wordOf("languages", each.language)] : [])];
  const written = each.text ?? "";
  return element("li", {}, element("p", {}, parts.join(" · "), " ", raw(`message ${each.message_id} ${each.of}`)), element("pre", {}, written));
}

function draw(card, one) {
  card.querySelector("h3").textContent = one.title;
  card.querySelector("strong").textContent = wordOf("offerStates", one.state);
  card.dataset.state = one.state;
  Object.assign(card.dataset, { offer: one.offer_id, case: one.case_id, region: one.region });
  card.querySelector(".until").textContent = until(one);
  list(card.querySelector(".told"), told(one));
  list(card.querySelector(".files"), one.answers.flatMap((each) => each.files).map((file, number) => fileButton(card, file, number + 1)));
  list(card.querySelector(".proofs ol"), one.proofs.map((each) => proof(one, each)));
  card.querySelector(".proofs").hidden = one.proofs.length === 0;
  for (const node of card.querySelectorAll("[data-of]")) node.hidden = !node.dataset.of.split(" ").some((name) => ACTS[name].fits(one));
  if (card.dataset.respondBy === one.respond_by) return;
  card.dataset.respondBy = one.respond_by;
  card.date.value = day(Math.max(now(), Date.parse(one.respond_by)) + DAYS_MORE * DAY_MS);
  card.time.value = exactly(Date.parse(one.respond_by)).slice(11, 16);
}

// what the officer does

function cardOf(one) {
  const card = template.content.firstElementChild.cloneNode(true);
  card.tabIndex = -1; // what waits leads to it
  for (const node of card.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  for (const name of Object.keys(ACTS)) card[name].addEventListener("click", () => act(card, () => sendAct(card, one, name)));
  card.addEventListener("submit", (submit) => submit.preventDefault());
  return card;
}

async function sendAct(card, { case_id, region, offer_id }, name) {
  const { event: kind, note, isLater, more } = ACTS[name];
  if (isLater && !card.reportValidity()) return "";
  const given = { note: note ? card[note].value : "", respond_by: isLater ? exactly(at(card.date.value, card.time.value)) : "" };
  if (!await isSent(card, kind, { case_id, region, offer_id, ...more, ...filled(given) })) return "";
  if (note) card[note].value = "";
  await Promise.all([readCase(), readOffers()]);
  return word("accepted");
}

// the list

export async function readOffers() {
  if (!isAll()) return;
  const mine = ++reading;
  const found = [];
  let [after, page] = ["", null];
  do {
    page = await call("GET", `v1/offers?after=${after}&limit=${PAGE}`);
    found.push(...page.offers);
    after = page.next;
  } while (page.offers.length === PAGE);
  if (mine !== reading) return; // a later reading is newer
  all = found;
  show();
}

function show() {
  fillSelect(which.state, [["", word("anyState")], ...Object.entries(word("offerStates"))]);
  const offers = (isAll() ? all : desk.seen?.offers ?? []).filter((one) => !which.state.value || one.state === which.state.value);
  const shown = offers.toReversed().map((one) => {
    if (!cards.has(key(one))) cards.set(key(one), cardOf(one));
    const card = cards.get(key(one));
    const written = JSON.stringify([one, desk.language, desk.seen?.followers, until(one)]);
    if (card.written !== written) draw(card, one); // what is being typed, and where the focus is, stays
    return Object.assign(card, { written });
  });
  const wanted = shown.length ? shown : [element("p", {}, word("noOffers"))];
  if (wanted.length !== place.children.length || wanted.some((node, number) => node !== place.children[number])) place.replaceChildren(...wanted);
}

onShow(show);
which.cases.addEventListener("change", () => act(which, async () => { await readOffers(); show(); return ""; }));
which.state.addEventListener("change", show);
onSubmit(which, async () => {
  const query = new URLSearchParams(which.state.value && { state: which.state.value });
  return save(await fetchFile(`v1/offers.csv?${query}`));
});
