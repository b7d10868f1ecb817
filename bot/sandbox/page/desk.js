// The authority's desk: every button is one call of the authority's API (desk-api.js). What the page shows of a
// case is what the API says of it, read again after every change.

import { ask, call, event, shown } from "./desk-api.js";
import { words } from "./desk-words.js";

const POLL_MS = 1000;
const SOON_MS = 10_000;
const HOUR_MS = 3_600_000;
const OFFSET_HOURS = 5; // all of Kazakhstan
const OFFSET = "+05:00";
const PAGE = 100;
const MOST_SHOWN = 200;
const FIRST_REGION = "KZ-79";

const form = Object.fromEntries([...document.forms].map((one) => [one.id, one]));
const query = new URLSearchParams(location.search);
let language = (query.get("lang") ?? navigator.language).startsWith("ru") ? "ru" : "kk";
let caseId = query.get("case");
let seen = null; // the case, as the API shows it
let reading = 0; // counts how often the case was asked for
let token = null;
let cursor = "";
let regions = {};
const changes = [];
const word = (key) => words(language)[key] ?? key;

// days and instants of Kazakhstan

const kazakhstan = (instant) => new Date(instant + OFFSET_HOURS * HOUR_MS).toISOString();
const day = (instant) => kazakhstan(instant).slice(0, 10);
const clock = (text) => kazakhstan(Date.parse(text)).slice(11, 19);
const moment = (text) => `${day(Date.parse(text))} ${clock(text).slice(0, 5)}`;
const exactly = (instant) => `${kazakhstan(instant).slice(0, 19)}${OFFSET}`;

function lastDayOfQuarter(firstDay) {
  const [year, month] = firstDay.split("-").map(Number);
  return new Date(Date.UTC(year, Math.ceil(month / 3) * 3, 0)).toISOString().slice(0, 10);
}

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

// what the page shows

function showWords() {
  document.documentElement.lang = language;
  document.title = `${word("title")} · Kömek`;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", word(node.dataset.label));
  for (const node of document.querySelectorAll("[data-words]")) {
    fillSelect(node, node.dataset.words.split(" ").map((key) => [key, word(key)]));
  }
  for (const node of document.querySelectorAll("[data-language]")) {
    node.setAttribute("aria-pressed", String(node.dataset.language === language));
  }
  for (const node of document.querySelectorAll(".outcome")) node.textContent = "";
  fillSelect(form.open.region, Object.entries(regions[language] ?? {}), FIRST_REGION);
  form.family.querySelector("img").alt = word("qr");
  showCase();
  showChanges();
}

function fillSelect(select, options, first) {
  const chosen = select.value || first;
  select.replaceChildren(...options.map(([value, text]) => element("option", { value }, text)));
  if (options.some(([value]) => String(value) === chosen)) select.value = chosen;
}

function showCase() {
  const visit = comingVisit();
  for (const one of document.querySelectorAll("form[data-needs=case]")) {
    for (const field of one.elements) field.disabled = !seen || (field.dataset.needs === "visit" && !visit);
  }
  form.visit.send.textContent = word(visit ? "reschedule" : "schedule");
  showWhen();
  showStatusFields();
  document.getElementById("now").replaceChildren(...(seen ? standing() : [element("p", {}, word("none"))]));
}

function standing() {
  const line = (...parts) => element("li", {}, parts.filter(Boolean).join(" · "));
  const list = (title, rows, empty) => [element("h3", {}, word(title)),
    rows.length ? element("ul", {}, ...rows) : element("p", {}, word(empty))];
  const visits = seen.visits.map((one) => line(one.visit_id, moment(one.starts_at), word(one.state),
    one.conclusion && word(one.conclusion), ...Object.entries(one.answers).map(([who, what]) => `${who}: ${kind(what)}`)));
  const notices = seen.notices.map((one) => {
    const row = line(one.person, one.kind, word(one.state),
      one.state === "waiting" && Date.parse(one.due_at) > Date.now() && `${word("due")}: ${moment(one.due_at)}`, one.reason);
    Object.assign(row.dataset, { notice: one.kind, state: one.state });
    return row;
  });
  return [
    element("p", {}, `№ ${seen.case_id} · ${regions[language]?.[seen.region] ?? seen.region}`),
    element("p", {}, element("strong", { "data-status": seen.status }, word(seen.status)), ` · ${seen.status_on}`),
    ...list("followers", seen.followers.map((one) => line(one.person, one.member_label)), "noFollower"),
    ...list("visit", visits, "noVisit"),
    ...(notices.length ? list("notices", notices) : []),
  ];
}

const kind = (name) => words(language).kinds[name] ?? name;

function showChanges() {
  const rows = changes.slice(-MOST_SHOWN).reverse().map((one) => {
    const link = element("a", { href: address(one.case_id) }, one.case_id);
    link.addEventListener("click", (click) => { click.preventDefault(); choose(one.case_id); });
    const parts = [one.person, kind(one.kind), one.notice, one.reason].filter(Boolean).join(" · ");
    const wished = (one.wished ?? []).map((window) => `${moment(window.from)}–${clock(window.to).slice(0, 5)}`).join(", ");
    return element("li", { "data-kind": one.kind }, element("time", { datetime: one.at }, clock(one.at)), link,
      element("span", {}, wished ? `${parts}: ${wished}` : parts));
  });
  const empty = element("li", {}, word("noChanges"));
  document.getElementById("changes").replaceChildren(...(rows.length ? rows : [empty]));
}

function tell({ method, path, type, body, status, result }) {
  const asked = [`${method} /${path}`, "Authorization: Bearer komek_…", type && `Content-Type: ${type}`, body && `\n${shown(body)}`];
  const details = element("details", { class: status < 400 ? undefined : "refused" },
    element("summary", {}, element("code", {}, `${method} /${path} → ${status}${body?.type ? ` ${body.type}` : ""}`)),
    element("h3", { "data-word": "request" }, word("request")), element("pre", {}, asked.filter(Boolean).join("\n")),
    element("h3", { "data-word": "answer" }, word("answer")), element("pre", {}, shown(result)));
  const log = document.getElementById("log");
  log.prepend(element("li", {}, details));
  while (log.children.length > MOST_SHOWN) log.lastChild.remove();
}

async function showPeople() {
  const people = await ask("people");
  fillSelect(form.family.person, people.map((one) => [one.id, `${one.first_name} · ${one.id}`]));
  form.family.querySelector(".nobody").hidden = people.length > 0;
  document.getElementById("join").hidden = people.length === 0;
  showPhone();
}

function showPhone() {
  const phone = document.getElementById("phone");
  phone.hidden = !form.family.person.value;
  phone.href = `./?person=${form.family.person.value}`;
}

function showWhen() {
  for (const name of ["date", "from", "until"]) form.visit[name].disabled = !seen || form.visit.soon.checked;
}

function showStatusFields() {
  for (const label of form.decision.querySelectorAll("[data-of]")) {
    label.hidden = label.dataset.of !== form.decision.status.value;
    for (const field of label.querySelectorAll("input, select")) field.disabled = label.hidden || !seen;
  }
}

// the case

function address(id) {
  return `?${new URLSearchParams({ ...(id && { case: id }), lang: language })}`;
}

async function choose(id) {
  if (id !== caseId) {
    form.family.querySelector(".link").hidden = true;
    for (const one of [form.family, form.visit, form.decision]) one.querySelector(".outcome").textContent = "";
  }
  caseId = id;
  history.replaceState(null, "", address(id));
  await readCase();
}

async function readCase() {
  if (!caseId) return;
  const [before, mine] = [seen?.case_id, ++reading];
  const read = await call("GET", `v1/cases/${caseId}`, { told: tell });
  if (mine !== reading) return; // what was asked for later is newer
  seen = read;
  if (before !== seen.case_id) {
    form.decision.paid_from.value = `${seen.applied_on.slice(0, 8)}01`;
    form.decision.paid_until.value = lastDayOfQuarter(seen.applied_on);
  }
  showCase();
}

const comingVisit = () => seen?.visits.find((one) => one.state === "scheduled");

function propose() {
  const now = Date.now();
  form.open.applied_on.value ||= day(now);
  form.open.case_id.value = `${form.open.region.value.slice(3)}-${String(Math.floor(now / 1000)).slice(-6)}`;
  form.visit.date.value ||= day(now + 24 * HOUR_MS);
  form.decision.on.value ||= day(now);
}

// What a button does: its outcome is said in the form, in the API's own words when it was refused.
async function act(one, work) {
  const outcome = one.querySelector(".outcome");
  outcome.textContent = "";
  try {
    const said = await work();
    outcome.textContent = said ?? word("accepted");
    outcome.classList.remove("refused");
  } catch (error) {
    outcome.textContent = error instanceof TypeError ? word("lost") : error.message; // fetch's own word for no answer
    outcome.classList.add("refused");
  }
}

async function send(name, data) {
  await event(name, data, tell);
  await choose(data.case_id);
}

// An empty field is left out of the event.
const filled = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));

function openCase() {
  const { region, applied_on, case_id } = Object.fromEntries(new FormData(form.open));
  return act(form.open, async () => {
    await send("case.opened", { case_id, region, applied_on });
    propose();
  });
}

function makeLink() {
  return act(form.family, async () => {
    const body = { member_label: form.family.member_label.value || null };
    const link = await call("POST", `v1/cases/${caseId}/link`, { body, told: tell });
    token = link.token;
    form.family.querySelector("img").src = `data:image/svg+xml,${encodeURIComponent(link.qr_svg)}`;
    form.family.querySelector("code").textContent = link.url;
    form.family.querySelector("time").textContent = moment(link.expires_at);
    await showPeople();
    form.family.querySelector(".link").hidden = false;
  });
}

function join() {
  return act(form.family, async () => {
    await ask(`people/${form.family.person.value}/messages`, "POST", { text: `/start ${token}` });
    return word("joinSent");
  });
}

function sendVisit() {
  const { date, from, until, soon, address: place, contact } = form.visit;
  const visit = comingVisit();
  const starts = Date.now() + SOON_MS;
  const times = soon.checked ? { starts_at: exactly(starts), ends_at: exactly(starts + 2 * HOUR_MS) }
    : { starts_at: `${date.value}T${from.value}:00${OFFSET}`, ends_at: `${date.value}T${until.value}:00${OFFSET}` };
  const visit_id = visit?.visit_id ?? `v${seen.visits.length + 1}`;
  const data = { case_id: caseId, visit_id, ...times, ...filled({ address: place.value, contact: contact.value }) };
  return act(form.visit, () => send(visit ? "visit.rescheduled" : "visit.scheduled", data));
}

function endVisit(name, more) {
  const { visit_id } = comingVisit();
  return act(form.visit, () => send(name, { case_id: caseId, visit_id, ...filled(more) }));
}

function decide() {
  const data = { case_id: caseId, ...filled(Object.fromEntries(new FormData(form.decision))) };
  for (const name of ["monthly_tenge", "supplement_tenge"]) if (name in data) data[name] = Number(data[name]);
  return act(form.decision, () => send("case.status", data));
}

// The feed: what came since the cursor, again and again. An empty answer is not shown among the requests.
async function watch() {
  try {
    const path = `v1/changes?after=${cursor}&limit=${PAGE}`;
    const page = await call("GET", path, { told: (one) => one.result.changes?.length !== 0 && tell(one) });
    cursor = page.next;
    changes.push(...page.changes);
    if (page.changes.length) showChanges();
    if (page.changes.some((one) => one.case_id === caseId)) await readCase();
    if (page.changes.length === PAGE) return watch();
  } catch (error) {
    console.info(error.message); // the next poll tries again
  }
  setTimeout(watch, POLL_MS);
}

function listen() {
  const submits = { open: openCase, family: makeLink, visit: sendVisit, decision: decide };
  for (const [name, work] of Object.entries(submits)) {
    form[name].addEventListener("submit", (submit) => { submit.preventDefault(); work(); });
  }
  const on = (node, name, work) => node.addEventListener(name, work);
  on(form.open.region, "change", propose);
  on(document.getElementById("join"), "click", join);
  on(form.family.person, "change", showPhone);
  on(form.family.person, "focus", showPeople);
  on(form.visit.soon, "change", showWhen);
  on(form.visit.cancel, "click", () => endVisit("visit.cancelled", {}));
  on(form.visit.hold, "click", () => endVisit("visit.held", { conclusion: form.visit.conclusion.value, note: form.visit.note.value }));
  on(form.decision.status, "change", showStatusFields);
  for (const button of document.querySelectorAll("[data-language]")) {
    on(button, "click", () => {
      language = button.dataset.language;
      history.replaceState(null, "", address(caseId));
      showWords();
    });
  }
}

listen();
regions = await ask("desk/regions");
showWords();
propose();
await act(form.open, async () => { await readCase(); return ""; });
watch();
