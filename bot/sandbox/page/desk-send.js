// An event goes out once the officer has seen what the family reads of it, in both languages.

import { event, tryOut } from "./desk-api.js";
import { choose, desk, element, nameOf, word, wordOf } from "./desk-page.js";

const SILENT = ["case.opened", "links.revoked"]; // no family is told of these
const shown = new Map(); // of each section: how what is shown in it ends, with "go" or without

// Sends an event unless the officer changes their mind; whether it was sent. `data` may be a function: what is soon
// depends on when it is asked.
export async function isSent(section, kind, data) {
  const now = () => (typeof data === "function" ? data() : data);
  if (!SILENT.includes(kind)) {
    const { family_reads: reads } = await tryOut(kind, now());
    if (reads.length > 0 && !await isWanted(section, reads)) return false;
  }
  await event(kind, now());
  return true;
}

// The same, and the case as it stands then; the outcome in words where nothing was sent.
export async function send(section, kind, data) {
  const told = () => ({ ...(desk.region && { region: desk.region }), ...(typeof data === "function" ? data() : data) });
  if (!await isSent(section, kind, told)) return "";
  const { case_id: id, region } = told();
  await choose(id, region);
  return undefined;
}

function text({ notice, people, kk, ru }) {
  const who = people.map((alias) => nameOf(alias)).join(", ");
  const quote = ([language, told]) => element("figure", {}, element("figcaption", {}, wordOf("languages", language)),
    element("blockquote", { lang: language, translate: "no", tabindex: "0" }, told));
  return element("section", { "data-notice": notice }, element("h4", {}, who), ...Object.entries({ kk, ru }).map(quote));
}

function button(name, key, isPrimary) {
  return element("button", { type: "button", "data-answer": name, "data-word": key, ...(isPrimary && { class: "primary" }) }, word(key));
}

function isWanted(section, reads) {
  shown.get(section)?.(false);
  const pressed = document.activeElement;
  const [go, change] = [button("send", "sendIt", true), button("change", "changeIt", false)];
  const box = element("div", { class: "preview wide", role: "group", "data-label": "familyReads", "aria-label": word("familyReads") },
    element("h3", { "data-word": "familyReads" }, word("familyReads")), ...reads.map(text),
    element("p", { class: "buttons" }, go, change));
  return new Promise((resolve) => {
    const end = (isGoing) => {
      shown.delete(section);
      section.removeEventListener("input", cancel); // what was shown would no longer be what is sent
      box.remove();
      if (pressed?.isConnected && box.contains(document.activeElement)) pressed.focus();
      resolve(isGoing);
    };
    const cancel = () => end(false);
    shown.set(section, end);
    section.addEventListener("input", cancel);
    go.addEventListener("click", () => end(true));
    change.addEventListener("click", () => { end(false); pressed?.focus(); });
    box.addEventListener("keydown", ({ key }) => { if (key === "Escape") { end(false); pressed?.focus(); } });
    section.querySelector(".outcome").before(box);
    go.focus();
  });
}

document.addEventListener("chosen", () => { for (const end of [...shown.values()]) end(false); });
