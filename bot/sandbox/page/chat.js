// The chat page: each phone shows one person's chat with the bot. It speaks only to the person's side of
// the local Bot API (server.js).

import { element } from "./element.js";
import { PEOPLE, playExample } from "./example.js";
import { Phone } from "./phone.js";
import { ask, current, hear } from "./server.js";
import { say, words } from "./words.js";

const people = new Map();
const phones = new Map();

// people, and which phones are open

function chosen() {
  const query = new URLSearchParams(location.search);
  return ["person", "beside"].map((key) => Number(query.get(key))).filter((id) => people.has(id));
}

function address(ids) {
  const [person, beside] = ids;
  if (!person) return "./";
  return `?person=${person}${beside ? `&beside=${beside}` : ""}`;
}

function openPhones(ids) {
  history.pushState(null, "", address(ids));
  render();
}

function closePhone(id) {
  openPhones(chosen().filter((other) => other !== id));
}

function render() {
  const ids = [...new Set(chosen())];
  const place = document.getElementById("phones");
  for (const id of ids) {
    if (phones.has(id)) phones.get(id).show(people.get(id));
    else {
      phones.set(id, new Phone(people.get(id), { openPhones, closePhone }));
      phones.get(id).load();
    }
  }
  const nodes = ids.map((id) => phones.get(id).node);
  const shown = [...place.querySelectorAll(".phone")];
  if (nodes.length !== shown.length || nodes.some((node, place) => node !== shown[place])) {
    for (const node of shown) node.remove();
    place.append(...nodes);
    for (const id of ids) phones.get(id).toLast();
  }
  document.body.dataset.open = ids.length;
  const language = people.get(ids[0])?.language_code ?? navigator.language;
  document.documentElement.lang = words(language).code;
  say(document.querySelector(".people"), language);
  say(document.querySelector(".welcome"), language, ":scope > [data-word]");
  say(document.body, language, "#connection");
  document.title = ids.length ? `${people.get(ids[0]).first_name} · Kömek` : "Kömek";
  renderPeople(ids);
  for (const id of ids) renderBeside(phones.get(id), ids);
}

function renderPeople(ids) {
  const items = [...people.values()].map((person) => {
    const link = element("a", { href: address([person.id]), "data-person": person.id,
      "aria-current": ids.includes(person.id) ? "true" : undefined },
      element("span", { class: "face", "aria-hidden": "true" }, [...person.first_name][0]),
      element("span", {}, person.first_name), element("small", {}, person.language_code));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      openPhones([person.id]);
    });
    return element("li", {}, link);
  });
  const list = document.getElementById("people");
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.person : null;
  list.replaceChildren(...items);
  if (focused) list.querySelector(`[data-person="${focused}"]`)?.focus();
}

function renderBeside(phone, ids) {
  const others = [...people.values()].filter((person) => !ids.includes(person.id));
  const items = others.map((person) => {
    const button = element("button", { type: "button", "data-beside": person.id }, person.first_name);
    button.addEventListener("click", () => {
      phone.unfold(".options", false);
      openPhones([phone.id, person.id]);
    });
    return element("li", {}, button);
  });
  phone.find(".beside").replaceChildren(...items);
  phone.find(".beside-title").hidden = items.length === 0;
}

// what happens elsewhere

const told = {
  message: ({ chat_id: chat, message, keyboard }) => phones.get(chat)?.receive(message, keyboard),
  deleted: ({ chat_id: chat, message_id: id }) => phones.get(chat)?.remove(id),
  answer: ({ press }) => phones.get(press.person_id)?.showAnswer(press),
  action: ({ chat_id: chat }) => phones.get(chat)?.showAction(),
  person({ person }) {
    const language = people.get(person.id)?.language_code;
    people.set(person.id, person);
    render();
    if (language && language !== person.language_code) refresh();
  },
  bot: () => refresh(),
};

async function refresh() {
  const everybody = await current(() => ask("GET", "people"));
  people.clear();
  for (const person of everybody) people.set(person.id, person);
  for (const id of [...phones.keys()]) if (!people.has(id)) phones.delete(id);
  render();
  for (const phone of phones.values()) await phone.load();
}

function listen() {
  const changes = new EventSource("changes");
  const connection = document.getElementById("connection");
  changes.addEventListener("open", () => {
    connection.hidden = true;
    refresh();
  });
  changes.addEventListener("error", () => { connection.hidden = false; });
  changes.addEventListener("message", (event) => {
    const change = JSON.parse(event.data);
    hear();
    told[change.kind]?.(change);
  });
}

async function arrive(newcomer) {
  const person = await ask("POST", "people", newcomer);
  people.set(person.id, person);
  openPhones([person.id]);
  return phones.get(person.id);
}

document.getElementById("add-person").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const phone = await arrive(Object.fromEntries(new FormData(form)));
  form.reset();
  phone.find(".start").focus();
});
for (const part of document.querySelectorAll(".welcome [lang]")) { // both languages at once: whoever comes reads one
  say(part, part.lang);
  part.querySelector(".example").addEventListener("click", async ({ currentTarget: button }) => {
    button.disabled = true; // a second tap brings no second family
    try {
      playExample(await arrive(PEOPLE[part.lang]));
    } finally {
      button.disabled = false;
    }
  });
}
addEventListener("popstate", render);
document.addEventListener("click", (event) => {
  for (const phone of phones.values()) {
    if (!event.target.closest(".sheet, .menu, .more, .attach, .dots")) phone.fold();
  }
});
listen();
