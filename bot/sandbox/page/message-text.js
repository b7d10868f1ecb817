// Shows a message's text by its entities. Nothing is ever parsed as HTML: only elements and text are made.
// Offsets count UTF-16 units, as JavaScript's strings do.

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", spoiler: "span", code: "code",
  pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote", date_time: "time" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;

const FOLDED_LINES = 3;
const FOLDED_CHARACTERS = 110; // about three lines of a bubble

const LETTERS = /[а-яёәғқңөұүһі]/gi;
const KAZAKH_LETTERS = /[әғқңөұүһі]/gi;
const KAZAKH_SHARE = 0.05; // of the letters: every sixth in Kazakh, none in Russian but for names
const ENOUGH_LETTERS = 40;

// A language shows in a whole text, not in every word: what is too short is in the language of what came before.
export function languageOf(text, before) {
  const count = (letters) => text.match(letters)?.length ?? 0;
  if (count(LETTERS) < ENOUGH_LETTERS) return before;
  return count(KAZAKH_LETTERS) > KAZAKH_SHARE * count(LETTERS) ? "kk" : "ru";
}

export function fillFormatted(parent, text, entities, sendCommand) {
  const waiting = [...entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
  fill(parent, text, 0, text.length, waiting, sendCommand);
}

function fill(parent, text, start, end, waiting, sendCommand) {
  let place = start;
  while (waiting.length && waiting[0].offset < end) {
    const entity = waiting.shift();
    if (entity.offset < place) continue;
    const stop = Math.min(end, entity.offset + entity.length);
    const node = made(entity, text.slice(entity.offset, stop), sendCommand);
    parent.append(text.slice(place, entity.offset), node);
    fill(node, text, entity.offset, stop, waiting, sendCommand);
    place = stop;
    if (BLOCKS.has(entity.type) && text[place] === "\n") place += 1; // a block ends its line by itself
  }
  parent.append(text.slice(place, end));
}

function made(entity, text, sendCommand) {
  if (entity.type === "text_link" || entity.type === "url") return link(entity.url ?? text);
  if (entity.type === "bot_command") return command(text, sendCommand);
  const node = document.createElement(TAGS[entity.type] ?? "span");
  if (entity.type === "spoiler") hide(node);
  if (entity.type === "date_time") node.dataset.unix = entity.unix_time;
  if (entity.type === "expandable_blockquote" && isLong(text)) node.className = "folded";
  return node;
}

// What is short stands open on a phone, too.
function isLong(text) {
  return text.length > FOLDED_CHARACTERS || text.split("\n").length > FOLDED_LINES;
}

function link(address) {
  const node = document.createElement(SAFE_LINK.test(address) ? "a" : "span");
  if (node.localName === "a") Object.assign(node, { href: address, target: "_blank", rel: "noopener noreferrer" });
  return node;
}

function command(text, sendCommand) {
  const node = document.createElement("button");
  Object.assign(node, { type: "button", className: "command" });
  node.addEventListener("click", () => sendCommand(text));
  return node;
}

function hide(node) {
  const show = () => {
    node.classList.add("shown");
    node.removeAttribute("role");
    node.removeAttribute("tabindex");
  };
  node.className = "spoiler";
  node.setAttribute("role", "button");
  node.tabIndex = 0;
  node.addEventListener("click", show);
  node.addEventListener("keydown", (event) => { if (event.key === "Enter") show(); });
}
