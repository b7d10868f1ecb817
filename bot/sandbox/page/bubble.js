// Draws one message of the chat: the bubble, what can be done with it, and the buttons below.

import { element } from "./element.js";
import { fillFormatted, languageOf } from "./message-text.js";
import { words } from "./words.js";

const KAZAKHSTAN_SECONDS = 5 * 3600; // all of it, in every season
const WIDEST = 320;
const NARROWEST = 96;
const NARROWEST_WITH_TEXT = 240; // what is written below a narrow picture must stay readable
const HIGHEST = 352;
const LOWEST = 48;
const START_WITH_PAYLOAD = /^(\/start(?:@\w+)?)\s[^]*/;
const NAMES_OF_LANGUAGES = { "Қазақша": "kk", "Русский": "ru" }; // each is written in itself

// What the message was written in: the text and its buttons together, or else what the chat is held in.
export function spokenIn(message, before) {
  const captions = (message.reply_markup?.inline_keyboard ?? []).flat().map((button) => button.text);
  return languageOf([message.text ?? message.caption ?? "", ...captions].join(" "), before);
}

// An instant of the program's clock as Kazakhstan's clocks show it, whatever the browser's zone.
export function kazakhstanTime(seconds) {
  return `${new Date((seconds + KAZAKHSTAN_SECONDS) * 1000).toISOString().slice(0, 19)}+05:00`;
}

export function dayOf(message) {
  return kazakhstanTime(message.date).slice(0, 10).split("-").reverse().join(".");
}

export function messageNode(phone, message, lang) {
  const side = message.from.is_bot ? "bot" : "person";
  const bubble = element("div", { class: message.has_protected_content ? "bubble protected" : "bubble", lang });
  bubble.append(element("span", { class: "unseen" }, `${side === "bot" ? phone.word("bot") : phone.word("you")}: `));
  bubble.append(...above(phone, message), ...attachment(phone, message));
  const text = shownText(message);
  if (text) {
    const body = element("div", { class: "text" });
    const entities = (message.entities ?? message.caption_entities ?? []).filter(({ offset }) => offset < text.length);
    fillFormatted(body, text, entities, (command) => phone.send({ text: command }));
    makeTold(phone, body);
    bubble.append(body);
  }
  bubble.append(stamp(phone, message));
  if (message.photo) frame(bubble, message.photo.at(-1), text);
  const node = element("li", { class: "message", "data-message-id": message.message_id, "data-from": side },
    element("div", { class: "said" }, bubble, dots(phone, message)));
  const keyboard = inlineKeyboard(phone, message, lang);
  if (keyboard) node.append(keyboard);
  return node;
}

// Where the text holds an instant or a folded quote: what the phone has to say of it.
function makeTold(phone, body) {
  for (const date of body.querySelectorAll("time[data-unix]")) {
    const instant = kazakhstanTime(Number(date.dataset.unix));
    date.setAttribute("datetime", instant);
    const [day, clock] = [instant.slice(0, 10).split("-").reverse().join("."), instant.slice(11, 16)];
    opens(date, () => phone.toast(`${day}, ${clock}`));
  }
  for (const quote of body.querySelectorAll(".folded")) {
    quote.title = phone.word("unfold");
    quote.setAttribute("aria-expanded", "false");
    opens(quote, () => quote.setAttribute("aria-expanded", String(!quote.classList.toggle("folded"))));
  }
}

// A part of a text that can be pressed, by finger and by keyboard.
function opens(node, act) {
  node.setAttribute("role", "button");
  node.tabIndex = 0;
  node.addEventListener("click", act);
  node.addEventListener("keydown", (event) => { if (event.key === "Enter") act(); });
}

// Whoever opens a link sees the command alone; what it carries is for the bot.
function shownText(message) {
  const text = message.text ?? message.caption ?? "";
  return message.from.is_bot ? text : text.replace(START_WITH_PAYLOAD, "$1");
}

export function mayEdit(message) {
  return !message.from.is_bot && message.text !== undefined && !message.forward_origin && shownText(message) === message.text;
}

function above(phone, message) {
  const lines = [];
  if (message.forward_origin) {
    const origin = message.forward_origin;
    const sender = origin.sender_user_name ?? origin.sender_user?.first_name;
    lines.push(element("p", { class: "above" }, `${phone.word("forwarded")}: ${sender}`));
  }
  if (message.reply_to_message) {
    const quoted = message.reply_to_message;
    lines.push(element("p", { class: "above quoted" }, quoted.text ?? quoted.caption ?? "…"));
  }
  return lines;
}

function attachment(phone, message) {
  if (message.photo) {
    const link = `files/${message.photo.at(-1).file_id}`;
    const picture = element("img", { src: link, alt: message.caption ?? phone.word("photo") });
    return [element("a", { class: "photo", href: link, target: "_blank", "data-kind": "photo" }, picture)];
  }
  const file = message.document ?? message.voice;
  if (file) {
    const name = file.file_name ?? `${phone.word("voice")}, ${file.duration} ${phone.word("seconds")}`;
    const kind = message.document ? "document" : "voice";
    const detail = message.document ? size(file.file_size, phone.node.lang) : "";
    return [element("a", { class: "file", href: `files/${file.file_id}`, download: true, "data-kind": kind },
      element("b", {}, name), element("small", {}, detail))];
  }
  if (message.contact) {
    const { first_name: name, phone_number: number } = message.contact;
    return [element("p", { class: "file", "data-kind": "contact" }, element("b", {}, name), element("small", {}, number))];
  }
  if (message.sticker) return [element("p", { class: "sticker", "data-kind": "sticker" }, message.sticker.emoji)];
  return [];
}

// The bubble is as wide as its picture, and the picture fills it: what does not fit the frame is cut off, as on a phone.
function frame(bubble, photo, text) {
  const scale = Math.min(1, WIDEST / photo.width, HIGHEST / photo.height);
  const width = Math.max(text ? NARROWEST_WITH_TEXT : NARROWEST, Math.round(photo.width * scale));
  const height = Math.min(HIGHEST, Math.max(LOWEST, Math.round((photo.height / photo.width) * width)));
  bubble.classList.add("pictured");
  bubble.classList.toggle("bare", !text);
  bubble.style.width = `${width}px`;
  bubble.querySelector("img").style.aspectRatio = `${width} / ${height}`;
}

function size(bytes, language) {
  const { code, units } = words(language);
  const place = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const amount = new Intl.NumberFormat(code, { maximumFractionDigits: 1 }).format(bytes / 1000 ** place);
  return `${amount}\u00a0${units[place]}`;
}

function stamp(phone, message) {
  const written = kazakhstanTime(message.date);
  const marks = [message.has_protected_content && phone.word("protected"), message.edit_date && phone.word("edited")];
  return element("small", { class: "stamp", lang: phone.node.lang }, marks.filter(Boolean).map((mark) => `${mark} `).join(""),
    element("time", { datetime: written }, written.slice(11, 16)));
}

function dots(phone, message) {
  const button = element("button", { class: "dots", type: "button", "aria-label": phone.word("deeds"), "aria-expanded": "false" }, "⋯");
  button.addEventListener("click", () => phone.openDeeds(message.message_id, button));
  return button;
}

function inlineKeyboard(phone, message, lang) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  const lines = rows.map((row) => element("div", { class: "row" }, ...row.map((button) => inlineButton(phone, message, button, lang))));
  return element("div", { class: "inline-keyboard", role: "group", "aria-label": phone.word("answers") }, ...lines);
}

function inlineButton(phone, message, button, spoken) {
  const lang = NAMES_OF_LANGUAGES[button.text] ?? spoken;
  if (button.url) {
    return styled(element("a", { href: button.url, target: "_blank", rel: "noopener noreferrer", lang }, button.text, " ↗"), button);
  }
  const node = styled(element("button", { type: "button", lang, "data-callback-data": button.callback_data }, button.text), button);
  if (button.copy_text) copies(phone, node, button.copy_text.text);
  else if (button.callback_data === undefined) node.disabled = true;
  else node.addEventListener("click", () => phone.press(message.message_id, button.callback_data, node));
  return node;
}

function styled(node, { style }) {
  if (style) node.dataset.style = style;
  else delete node.dataset.style;
  return node;
}

function copies(phone, node, text) {
  node.dataset.copies = text;
  node.append(" ⧉");
  node.addEventListener("click", async () => {
    const isDone = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    phone.toast(isDone ? `${phone.word("copied")}: ${text}` : text); // what cannot be copied can be written off
  });
}

// A message that changed, in the place of what it was.

function buttonsByRow(node) {
  return [...node.querySelectorAll(".inline-keyboard .row")].map((row) => [...row.children]);
}

export function haveSameButtons(before, after) {
  const [there, wanted] = [before, after].map((node) =>
    buttonsByRow(node).map((row) => row.map((button) => button.dataset.callbackData)));
  return wanted.flat().every(Boolean) && JSON.stringify(there) === JSON.stringify(wanted);
}

// The buttons stay where they are: a finger may already be down on one of them, and its tap must not get lost.
export function withNewWords(before, after) {
  const wanted = buttonsByRow(after).flat();
  for (const [place, button] of buttonsByRow(before).flat().entries()) {
    button.textContent = wanted[place].textContent;
    button.lang = wanted[place].lang;
    styled(button, wanted[place].dataset);
  }
  before.querySelector(".said").replaceWith(after.querySelector(".said"));
  return before;
}
