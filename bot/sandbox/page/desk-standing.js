// Where the open case stands, as the API shows it.

import { byId, clock, dayOf, desk, element, moment, nameOf, now, onShow, raw, region, word, wordOf } from "./desk-page.js";

const line = (...parts) => element("li", {}, ...parts.filter(Boolean).flatMap((part, place) => (place ? [" · ", part] : [part])));
const list = (title, rows, empty) => [element("h3", {}, word(title)),
  rows.length ? element("ul", {}, ...rows) : element("p", {}, word(empty))];
const window = (one) => `${moment(one.starts_at)}–${clock(one.ends_at)}`;

function visits() {
  return desk.seen.visits.map((one) => line(window(one), word(one.state), one.conclusion && word(one.conclusion),
    ...Object.entries(one.answers).map(([who, what]) => `${nameOf(who)}: ${wordOf("kinds", what)}`), raw(one.visit_id)));
}

function offer(one) {
  const row = line(one.title, one.member_label, wordOf("offerStates", one.state), moment(one.respond_by), raw(one.offer_id));
  row.dataset.offer = one.offer_id;
  return row;
}

function notices() {
  return desk.seen.notices.map((one) => {
    const waits = one.state === "waiting" && Date.parse(one.due_at) > now() && `${word("due")}: ${moment(one.due_at)}`;
    const row = line(wordOf("notices", one.kind), one.person && nameOf(one.person), word(one.state), waits, one.reason && wordOf("reasons", one.reason), raw(one.kind));
    Object.assign(row.dataset, { notice: one.kind, state: one.state });
    return row;
  });
}

function standing() {
  const { seen } = desk;
  const told = notices();
  return [
    element("p", {}, `№ ${seen.case_id} · ${region(seen.region)}`),
    element("p", {}, element("strong", { "data-status": seen.status }, word(seen.status)), ` · ${dayOf(`${seen.status_on}T00:00+05:00`)}`),
    ...list("followers", seen.followers.map((one) => line(nameOf(one.person), one.doubted_at ? word("doubted") : one.is_confirmed && word("confirmed"))), "noFollower"),
    ...list("visit", visits(), "noVisit"),
    ...(seen.offers.length ? list("offers", seen.offers.map(offer)) : []),
    ...(told.length ? list("noticesToFamily", told) : []),
  ];
}

onShow(() => byId("now").replaceChildren(...(desk.seen ? standing() : [element("p", {}, word("none"))])));
