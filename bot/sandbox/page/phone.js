// One person's phone: what it shows of the chat with the bot, and what the person does on it.

import { attachTo } from "./attachments.js";
import { dayOf, haveSameButtons, messageNode, spokenIn, withNewWords } from "./bubble.js";
import { Deeds } from "./deeds.js";
import { element } from "./element.js";
import { ask, current } from "./server.js";
import { say, words } from "./words.js";

const TYPING_MS = 5000;
const TOAST_MS = 4000;
const ANSWER_MS = 15000;
const NEAR_END_PX = 80;
const GAP_PX = 8;
const SHEETS = { ".commands": ".menu", ".options": ".more", ".attachments": ".attach" }; // each with its button

export class Phone {
  constructor(person, { openPhones, closePhone }) {
    Object.assign(this, { id: person.id, openPhones, closePhone });
    this.node = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.node.dataset.person = person.id;
    this.bubbles = new Map();
    this.pressed = new Map();
    this.lastAnswer = null; // to a press; it may be here before the page knows the number of the press
    this.sent = Promise.resolve();
    this.isPlayed = false; // by the example, not by somebody who looks at toasts
    this.changedAt = Date.now(); // when a message came or changed last
    this.deeds = new Deeds(this);
    this.listen();
    attachTo(this);
    this.keepLastInSight();
    this.show(person);
    this.spoken = this.node.lang;
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
      ".attach": "attach", "textarea": "write", ".reply-keyboard": "answers", ".deeds": "deeds", ".cancel-edit": "cancelEdit" };
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
    const before = this.newest();
    for (const id of [...this.bubbles.keys()]) if (!known.has(id)) this.remove(id);
    for (const message of chat.messages) this.put(message);
    this.showKeyboard(chat.keyboard);
    if (this.newest() !== before) this.toLast();
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
    if (message.from.is_bot) this.spoken = spokenIn(message, this.spoken);
    const drawn = messageNode(this, message, this.spoken);
    const node = before ? this.replace(before.node, drawn) : drawn;
    if (!before) this.append(message, node);
    this.bubbles.set(message.message_id, { node, written, message });
    this.changedAt = Date.now();
    this.deeds.closeIfGone();
    this.find(".about").hidden = true;
    if (message.from.is_bot) this.find(".typing").hidden = true;
  }

  append(message, node) { // under its day, and close to what belongs to the same album
    const place = this.find(".messages");
    const last = this.newest()?.message;
    const album = message.media_group_id;
    if (!last || dayOf(last) !== dayOf(message)) place.append(element("li", { class: "day" }, dayOf(message)));
    else if (album && last.media_group_id === album) node.classList.add("of-album");
    place.append(node);
  }

  newest(isTheirs = () => true) {
    return [...this.bubbles.values()].findLast(({ message }) => isTheirs(message));
  }

  replace(before, after) {
    const focused = before.contains(document.activeElement) ? document.activeElement : null;
    const shown = haveSameButtons(before, after) ? withNewWords(before, after) : after;
    if (shown === after) before.replaceWith(after);
    if (!focused || shown.contains(focused)) return shown;
    const data = focused.dataset.callbackData;
    const same = data && shown.querySelector(`[data-callback-data="${CSS.escape(data)}"]`);
    (same || shown.querySelector(".inline-keyboard button") || this.find("textarea")).focus({ preventScroll: true });
    return shown;
  }

  remove(id) {
    const node = this.bubbles.get(id)?.node;
    const day = node?.previousElementSibling;
    if (day?.matches(".day") && !node.nextElementSibling?.matches(".message")) day.remove();
    node?.remove();
    this.bubbles.delete(id);
    this.deeds.closeIfGone();
    if (this.deeds.edited === id) this.deeds.leaveEditing();
  }

  showKeyboard(keyboard) {
    const place = this.find(".reply-keyboard");
    place.hidden = !keyboard;
    if (JSON.stringify(keyboard) === this.keyboard) return;
    this.keyboard = JSON.stringify(keyboard);
    const rows = (keyboard?.keyboard ?? []).map((row) => element("div", { class: "row" }, ...row.map(({ text }) => {
      const button = element("button", { type: "button", lang: this.spoken }, text);
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
    if (this.isAtEnd()) this.toEnd();
  }

  showAnswer(press) {
    this.lastAnswer = press;
    this.release(press.id);
    if (!press.text || this.isPlayed) return;
    if (press.show_alert) {
      this.find(".alert p").textContent = press.text;
      this.find(".alert").showModal();
    } else this.toast(press.text);
  }

  release(pressId) {
    this.pressed.get(pressId)?.removeAttribute("aria-busy");
    this.pressed.delete(pressId);
  }

  toast(text, lasting = TOAST_MS) { // null: until the next one
    const toast = this.find(".toast");
    toast.textContent = text;
    toast.classList.toggle("shown", text !== "");
    clearTimeout(this.toasting);
    if (lasting) this.toasting = setTimeout(() => this.toast("", null), lasting);
  }

  isAtEnd() {
    const { scrollTop, clientHeight, scrollHeight } = this.find(".scroll");
    return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  }

  toEnd() {
    const scroll = this.find(".scroll");
    scroll.scrollTop = scroll.scrollHeight;
  }

  // To the last message: the beginning of what the bot says is in sight, also when it fills more than the screen.
  toLast() {
    this.toEnd();
    const last = this.newest();
    if (!last?.message.from.is_bot) return;
    const scroll = this.find(".scroll");
    const above = last.node.getBoundingClientRect().top - scroll.getBoundingClientRect().top;
    if (above < 0) scroll.scrollTop += above - GAP_PX;
  }

  keepLastInSight() { // when the window turns, or a keyboard comes up below it
    const scroll = this.find(".scroll");
    let wasAtLast = true;
    scroll.addEventListener("scroll", () => { wasAtLast = this.isAtLast(); });
    new ResizeObserver(() => { if (wasAtLast) this.toLast(); }).observe(scroll);
  }

  isAtLast() { // at its end, or where it begins when it is tall
    const top = this.newest()?.node.getBoundingClientRect().top ?? 0;
    return this.isAtEnd() || Math.abs(top - this.find(".scroll").getBoundingClientRect().top - GAP_PX) <= 1;
  }

  // What came or changed is put; the screen goes to it when there is something new to read at the end of the chat.
  receive(message, keyboard) {
    const [before, wasAtEnd] = [this.bubbles.get(message.message_id)?.message, this.isAtEnd()];
    this.put(message);
    this.showKeyboard(keyboard);
    if (before && before.text === message.text && before.caption === message.caption) return; // a tick leaves everything where it is
    if (message === this.newest().message) this.toLast();
    else if (wasAtEnd) this.toEnd();
  }

  unfold(selector, open) {
    const sheet = this.find(selector);
    const button = this.find(SHEETS[selector]);
    if (open) this.fold();
    sheet.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) sheet.querySelector("button:not([hidden]), input")?.focus();
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
    on(".start", "click", () => this.send({ text: "/start" }).then(() => this.find("textarea").focus()));
    on(".block", "click", () => this.do("PUT", "block"));
    on(".unblock", "click", () => this.do("DELETE", "block"));
    on(".deactivate", "click", () => this.do("DELETE", "account"));
    on(".reactivate", "click", () => this.do("PUT", "account"));
    on(".language", "click", () => this.do("PATCH", "", { language_code: this.node.lang === "kk" ? "ru" : "kk" }));
    on(".close", "click", () => this.closePhone(this.id));
    on(".back", "click", (event) => { event.preventDefault(); this.openPhones([]); });
    for (const [sheet, button] of Object.entries(SHEETS)) {
      on(button, "click", () => this.unfold(sheet, this.find(sheet).hidden));
    }
    this.node.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      if (event.target.matches("textarea")) this.deeds.leaveEditing();
      this.fold();
    });
  }

  fold() {
    for (const sheet of Object.keys(SHEETS)) this.unfold(sheet, false);
    this.deeds.close();
  }

  openDeeds(id, opener) {
    for (const sheet of Object.keys(SHEETS)) this.unfold(sheet, false);
    this.deeds.open(this.bubbles.get(id).message, opener);
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
      const isLost = error instanceof TypeError; // fetch's own word for no answer
      this.toast(isLost ? this.word("lost") : `${this.word("refused")} (${error.message})`);
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
    if (this.deeds.edited !== null) {
      await this.deeds.sendEdited(text);
      return;
    }
    field.value = "";
    if (!await this.send({ text })) field.value = text;
  }

  async press(messageId, data, button) {
    button.setAttribute("aria-busy", "true");
    const pressed = await this.do("POST", "presses", { message_id: messageId, data });
    if (!pressed || this.lastAnswer?.id === pressed.id) {
      button.removeAttribute("aria-busy");
      return pressed;
    }
    this.pressed.set(pressed.id, button);
    setTimeout(() => this.release(pressed.id), ANSWER_MS);
    return pressed;
  }
}
