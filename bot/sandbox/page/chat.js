// The chat page: each phone shows one person's chat with the bot. It speaks only to the person's side of
// the local Bot API (see the docstring of bot/sandbox/__init__.py), by relative addresses.

import { fillFormatted, languageOf } from "./message-text.js";
import { say, words } from "./words.js";

const TYPING_MS = 5000;
const TOAST_MS = 4000;
const ANSWER_MS = 15000;
const NEAR_END_PX = 80;
const GAP_PX = 8;
const PICTURES = new Set(["image/png", "image/jpeg", "image/gif"]);

const people = new Map();
const phones = new Map();
let heard = 0; // counts what the server told or was told

// What was read while something changed may be older than what the page shows already: it is read again.
async function current(read) {
  const before = heard;
  const found = await read();
  return heard === before ? found : current(read);
}

async function ask(method, path, body) {
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const result = await answer.json();
  if (method !== "GET") heard += 1;
  if (!answer.ok) throw new Error(result.error);
  return result;
}

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(key, "");
    else if (value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

function size(bytes, language) {
  const { code, units } = words(language);
  const place = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const amount = new Intl.NumberFormat(code, { maximumFractionDigits: 1 }).format(bytes / 1000 ** place);
  return `${amount}\u00a0${units[place]}`;
}

function buttonsByRow(node) {
  return [...node.querySelectorAll(".inline-keyboard .row")].map((row) => [...row.children]);
}

function haveSameButtons(before, after) {
  const [there, wanted] = [before, after].map((node) =>
    buttonsByRow(node).map((row) => row.map((button) => button.dataset.callbackData)));
  return wanted.flat().every(Boolean) && JSON.stringify(there) === JSON.stringify(wanted);
}

// The buttons stay where they are: a finger may already be down on one of them, and its tap must not get lost.
function withNewWords(before, after) {
  const wanted = buttonsByRow(after).flat();
  for (const [place, button] of buttonsByRow(before).flat().entries()) {
    button.textContent = wanted[place].textContent;
    button.lang = wanted[place].lang;
  }
  before.querySelector(".bubble").replaceWith(after.querySelector(".bubble"));
  return before;
}

class Phone {
  constructor(person) {
    this.id = person.id;
    this.node = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.node.dataset.person = person.id;
    this.bubbles = new Map();
    this.pressed = new Map();
    this.sent = Promise.resolve();
    this.listen();
    this.keepEndInSight();
    this.show(person);
  }

  find(selector) {
    return this.node.querySelector(selector);
  }

  word(key) {
    return words(this.language)[key];
  }

  // what the phone shows

  show(person) {
    this.person = person;
    this.language = person.language_code;
    this.node.lang = words(this.language).code;
    this.node.setAttribute("aria-label", person.first_name);
    say(this.node, this.language);
    const labels = { ".back": "back", ".more": "more", ".scroll": "chat", ".menu": "menu", ".send": "send",
      ".attach input": "attach", "textarea": "write", ".reply-keyboard": "answers" };
    for (const [selector, key] of Object.entries(labels)) {
      this.find(selector).setAttribute("aria-label", this.word(key));
    }
    this.find("textarea").placeholder = this.hint ?? this.word("write");
    this.find(".attach").title = this.word("attach");
    this.find(".language").textContent = this.word("otherLanguage");
    this.find(".status").textContent = person.first_name;
    const cannotWrite = person.blocked || person.deactivated;
    this.find(".composer").hidden = !person.started || cannotWrite;
    this.find(".start").hidden = person.started || cannotWrite;
    this.find(".unblock").hidden = !person.blocked || person.deactivated;
    this.find(".block").hidden = cannotWrite;
    this.find(".deactivate").hidden = person.deactivated;
    this.find(".reactivate").hidden = !person.deactivated;
  }

  async load() {
    const [bot, chat] = await current(() => Promise.all([
      ask("GET", `people/${this.id}/bot`),
      ask("GET", `chats/${this.id}/messages`),
    ]));
    this.showBot(bot);
    const known = new Set(chat.messages.map((message) => message.message_id));
    for (const id of [...this.bubbles.keys()]) if (!known.has(id)) this.remove(id);
    for (const message of chat.messages) this.put(message);
    this.showKeyboard(chat.keyboard);
    this.toEnd();
  }

  showBot(bot) {
    this.find(".bot-name").textContent = bot.first_name;
    this.find(".about p").textContent = bot.description;
    this.find(".about").hidden = !bot.description || this.bubbles.size > 0;
    const items = bot.commands.map(({ command, description }) => {
      const button = element("button", { type: "button", "data-command": command },
        element("b", {}, `/${command}`), element("span", {}, description));
      button.addEventListener("click", () => {
        this.unfold(".commands", false);
        this.send({ text: `/${command}` });
      });
      return element("li", {}, button);
    });
    this.find(".commands ul").replaceChildren(...items);
    this.find(".menu").hidden = items.length === 0;
  }

  put(message) {
    const written = JSON.stringify(message);
    const before = this.bubbles.get(message.message_id);
    if (before?.written === written) return;
    const drawn = this.bubble(message);
    const node = before ? this.replace(before.node, drawn) : drawn;
    if (!before) this.find(".messages").append(node);
    this.bubbles.set(message.message_id, { node, written, text: message.text ?? message.caption });
    this.find(".about").hidden = true;
    if (message.from.is_bot) this.find(".typing").hidden = true;
  }

  replace(before, after) {
    const focused = before.contains(document.activeElement) ? document.activeElement : null;
    const shown = haveSameButtons(before, after) ? withNewWords(before, after) : after;
    if (shown === after) before.replaceWith(after);
    if (!focused || shown.contains(focused)) return shown;
    const data = focused.dataset.callbackData;
    const same = data && shown.querySelector(`[data-callback-data="${CSS.escape(data)}"]`);
    (same || shown.querySelector(".inline-keyboard button") || this.find("textarea")).focus();
    return shown;
  }

  remove(id) {
    this.bubbles.get(id)?.node.remove();
    this.bubbles.delete(id);
  }

  bubble(message) {
    const side = message.from.is_bot ? "bot" : "person";
    const text = message.text ?? message.caption ?? "";
    const bubble = element("div", { class: "bubble", lang: languageOf(text) ?? this.node.lang });
    bubble.append(element("span", { class: "unseen" }, `${side === "bot" ? this.word("bot") : this.word("you")}: `));
    bubble.append(...this.above(message), ...this.attachment(message));
    if (text) {
      const body = element("div", { class: "text" });
      fillFormatted(body, text, message.entities ?? message.caption_entities ?? [], (command) =>
        this.send({ text: command }));
      bubble.append(body);
    }
    bubble.append(this.stamp(message));
    const node = element("li", { class: "message", "data-message-id": message.message_id, "data-from": side }, bubble);
    const keyboard = this.inlineKeyboard(message);
    if (keyboard) node.append(keyboard);
    return node;
  }

  above(message) {
    const lines = [];
    if (message.forward_origin) {
      const origin = message.forward_origin;
      const sender = origin.sender_user_name ?? origin.sender_user?.first_name;
      lines.push(element("p", { class: "above" }, `${this.word("forwarded")}: ${sender}`));
    }
    if (message.reply_to_message) {
      const quoted = message.reply_to_message;
      lines.push(element("p", { class: "above quoted" }, quoted.text ?? quoted.caption ?? "…"));
    }
    return lines;
  }

  attachment(message) {
    if (message.photo) {
      const photo = message.photo.at(-1);
      const link = `files/${photo.file_id}`;
      const picture = element("img", { src: link, alt: message.caption ?? this.word("photo"),
        width: photo.width, height: photo.height });
      picture.addEventListener("load", () => this.toEnd());
      return [element("a", { class: "photo", href: link, target: "_blank", "data-kind": "photo" }, picture)];
    }
    const file = message.document ?? message.voice;
    if (file) {
      const name = file.file_name ?? `${this.word("voice")}, ${file.duration} ${this.word("seconds")}`;
      const kind = message.document ? "document" : "voice";
      const detail = message.document ? size(file.file_size, this.node.lang) : "";
      return [element("a", { class: "file", href: `files/${file.file_id}`, download: true, "data-kind": kind },
        element("b", {}, name), element("small", {}, detail))];
    }
    if (message.sticker) return [element("p", { class: "sticker", "data-kind": "sticker" }, message.sticker.emoji)];
    return [];
  }

  stamp(message) {
    const written = new Date(message.date * 1000);
    const clock = written.toLocaleTimeString(this.node.lang, { hour: "2-digit", minute: "2-digit" });
    const edited = message.edit_date ? `${this.word("edited")} ` : "";
    return element("small", { class: "stamp", lang: this.node.lang }, edited,
      element("time", { datetime: written.toISOString() }, clock));
  }

  inlineKeyboard(message) {
    const rows = message.reply_markup?.inline_keyboard;
    if (!rows) return null;
    const lines = rows.map((row) => element("div", { class: "row" }, ...row.map((button) => this.inlineButton(message, button))));
    return element("div", { class: "inline-keyboard", role: "group", "aria-label": this.word("answers") }, ...lines);
  }

  inlineButton(message, button) {
    const lang = languageOf(button.text) ?? this.node.lang;
    if (button.url) {
      return element("a", { href: button.url, target: "_blank", rel: "noopener noreferrer", lang }, button.text, " ↗");
    }
    const node = element("button", { type: "button", lang, "data-callback-data": button.callback_data }, button.text);
    if (button.copy_text) node.addEventListener("click", () => navigator.clipboard.writeText(button.copy_text.text));
    else if (button.callback_data === undefined) node.disabled = true;
    else node.addEventListener("click", () => this.press(message.message_id, button.callback_data, node));
    return node;
  }

  showKeyboard(keyboard) {
    const place = this.find(".reply-keyboard");
    place.hidden = !keyboard;
    if (JSON.stringify(keyboard) === this.keyboard) return;
    this.keyboard = JSON.stringify(keyboard);
    const rows = (keyboard?.keyboard ?? []).map((row) => element("div", { class: "row" }, ...row.map(({ text }) => {
      const button = element("button", { type: "button", lang: languageOf(text) ?? this.node.lang }, text);
      button.addEventListener("click", () => this.send({ text }));
      return button;
    })));
    place.replaceChildren(...rows);
    this.hint = keyboard?.input_field_placeholder;
    this.find("textarea").placeholder = this.hint ?? this.word("write");
  }

  showAction() {
    this.find(".typing").hidden = false;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => { this.find(".typing").hidden = true; }, TYPING_MS);
    this.toEnd();
  }

  showAnswer(press) {
    const button = this.pressed.get(press.id);
    button?.removeAttribute("aria-busy");
    this.pressed.delete(press.id);
    if (!press.text) return;
    if (press.show_alert) {
      this.find(".alert p").textContent = press.text;
      this.find(".alert").showModal();
    } else this.toast(press.text);
  }

  toast(text) {
    const toast = this.find(".toast");
    toast.textContent = text;
    toast.classList.add("shown");
    clearTimeout(this.toasting);
    this.toasting = setTimeout(() => {
      toast.classList.remove("shown");
      toast.textContent = "";
    }, TOAST_MS);
  }

  isAtEnd() {
    const { scrollTop, clientHeight, scrollHeight } = this.find(".scroll");
    return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  }

  toEnd() {
    const scroll = this.find(".scroll");
    scroll.scrollTop = scroll.scrollHeight;
  }

  toStart(bubble) { // of a message that fills more than the screen; a shorter one is seen whole
    this.toEnd();
    const scroll = this.find(".scroll");
    const above = bubble.getBoundingClientRect().top - scroll.getBoundingClientRect().top;
    if (above < 0) scroll.scrollTop += above - GAP_PX;
  }

  keepEndInSight() { // when the window turns, or a keyboard comes up below it
    const scroll = this.find(".scroll");
    let wasAtEnd = true;
    scroll.addEventListener("scroll", () => { wasAtEnd = this.isAtEnd(); });
    new ResizeObserver(() => { if (wasAtEnd) this.toEnd(); }).observe(scroll);
  }

  unfold(selector, open) {
    const sheet = this.find(selector);
    const button = this.find(selector === ".commands" ? ".menu" : ".more");
    sheet.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) sheet.querySelector("button:not([hidden])")?.focus();
    else if (sheet.contains(document.activeElement)) button.focus();
  }

  // what the person does

  listen() {
    const on = (selector, event, act) => this.find(selector).addEventListener(event, act);
    on(".composer", "submit", (event) => { event.preventDefault(); this.sendDraft(); });
    on("textarea", "keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.sendDraft();
    });
    on(".attach input", "change", (event) => this.sendFile(event.target));
    on(".start", "click", () => this.send({ text: "/start" }).then(() => this.find("textarea").focus()));
    on(".block", "click", () => this.do("PUT", "block"));
    on(".unblock", "click", () => this.do("DELETE", "block"));
    on(".deactivate", "click", () => this.do("DELETE", "account"));
    on(".reactivate", "click", () => this.do("PUT", "account"));
    on(".language", "click", () => this.do("PATCH", "", { language_code: this.node.lang === "kk" ? "ru" : "kk" }));
    on(".close", "click", () => closePhone(this.id));
    on(".back", "click", (event) => { event.preventDefault(); openPhones([]); });
    for (const [button, sheet] of [[".menu", ".commands"], [".more", ".options"]]) {
      on(button, "click", () => this.unfold(sheet, this.find(sheet).hidden));
    }
    this.node.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.fold();
    });
  }

  fold() {
    for (const sheet of [".commands", ".options"]) this.unfold(sheet, false);
  }

  // One after the other, as a phone sends: nothing overtakes the tap before it.
  do(method, path, body) {
    this.unfold(".options", false);
    this.sent = this.sent.then(() => this.asks(method, path, body));
    return this.sent;
  }

  async asks(method, path, body) {
    try {
      return await ask(method, `people/${this.id}${path && `/${path}`}`, body);
    } catch (error) {
      this.toast(error instanceof TypeError ? this.word("lost") : error.message); // fetch's own word for no answer
      return null;
    }
  }

  send(content) {
    return this.do("POST", "messages", content);
  }

  async sendDraft() {
    const field = this.find("textarea");
    const text = field.value.trim();
    if (!text) return;
    field.value = "";
    if (!await this.send({ text })) field.value = text;
  }

  async sendFile(input) {
    const [file] = input.files;
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const content = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    const kind = PICTURES.has(file.type) ? "photo" : "document";
    const caption = this.find("textarea").value.trim() || undefined;
    const upload = { file_name: file.name, mime_type: file.type || undefined, content };
    if (await this.send({ [kind]: upload, caption })) this.find("textarea").value = "";
    input.value = "";
  }

  async press(messageId, data, button) {
    button.setAttribute("aria-busy", "true");
    const pressed = await this.do("POST", "presses", { message_id: messageId, data });
    if (!pressed || pressed.answered) {
      button.removeAttribute("aria-busy");
      return;
    }
    this.pressed.set(pressed.id, button);
    setTimeout(() => this.showAnswer({ id: pressed.id }), ANSWER_MS);
  }
}

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
      phones.set(id, new Phone(people.get(id)));
      phones.get(id).load();
    }
  }
  const nodes = ids.map((id) => phones.get(id).node);
  const shown = [...place.querySelectorAll(".phone")];
  if (nodes.length !== shown.length || nodes.some((node, place) => node !== shown[place])) {
    for (const node of shown) node.remove();
    place.append(...nodes);
    for (const id of ids) phones.get(id).toEnd();
  }
  document.body.dataset.open = ids.length;
  const language = people.get(ids[0])?.language_code ?? navigator.language;
  document.documentElement.lang = words(language).code;
  say(document.querySelector(".people"), language);
  say(place.querySelector(".nobody").parentNode, language, ":scope > [data-word]");
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
  message({ chat_id: chat, message, keyboard }) {
    const phone = phones.get(chat);
    if (!phone) return;
    const [before, wasAtEnd] = [phone.bubbles.get(message.message_id), phone.isAtEnd()];
    phone.put(message);
    phone.showKeyboard(keyboard);
    const now = phone.bubbles.get(message.message_id);
    if (now.text !== before?.text && !now.node.nextSibling) phone.toStart(now.node);
    else if (wasAtEnd) phone.toEnd(); // a tick leaves everything where it is
  },
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
    heard += 1;
    told[change.kind]?.(change);
  });
}

document.getElementById("add-person").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const person = await ask("POST", "people", Object.fromEntries(new FormData(form)));
  people.set(person.id, person);
  form.reset();
  openPhones([person.id]);
  phones.get(person.id).find(".start").focus();
});
addEventListener("popstate", render);
document.addEventListener("click", (event) => {
  for (const phone of phones.values()) {
    if (!event.target.closest(".sheet, .menu, .more")) phone.fold();
  }
});
listen();
