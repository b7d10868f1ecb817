// The authority's desk: every button is one call of the authority's API (desk-api.js). What the page shows of a case
// is what the API says of it. A section is a form in desk.html and a file here; it draws itself when told to (onShow).

import "./desk-log.js";
import "./desk-clock.js";
import "./desk-open.js";
import "./desk-family.js";
import "./desk-visit.js";
import "./desk-decision.js";
import "./desk-offer.js";
import "./desk-offers.js";
import "./desk-batch.js";
import "./desk-line.js";
import "./desk-standing.js";
import "./desk-choose.js";
import "./desk-waiting.js";
import { ask } from "./desk-api.js";
import { readClock } from "./desk-clock.js";
import { watch } from "./desk-feed.js";
import { act, address, desk, fillSelect, form, readCase, showAll, word } from "./desk-page.js";

let isReady = false; // nothing is proposed before regions and time are known

function speak() {
  document.documentElement.lang = desk.language;
  document.title = `${word("title")} · Kömek`;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", word(node.dataset.label));
  for (const node of document.querySelectorAll("[data-words]")) {
    fillSelect(node, node.dataset.words.split(" ").map((key) => [key, word(key)]));
  }
  for (const node of document.querySelectorAll("[data-language]")) {
    node.setAttribute("aria-pressed", String(node.dataset.language === desk.language));
  }
  for (const node of document.querySelectorAll(".outcome")) node.replaceChildren();
  showAll();
}

for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    desk.language = button.dataset.language;
    history.replaceState(null, "", address(desk.caseId, desk.region));
    if (isReady) speak();
  });
}
desk.regions = await ask("desk/regions");
await readClock();
isReady = true;
speak();
for (const node of document.querySelectorAll("[inert]")) node.inert = false;
await act(form.open, async () => { await readCase(); return ""; });
watch();
