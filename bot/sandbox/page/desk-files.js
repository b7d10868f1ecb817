// Files that came with an answer, and the table: only the desk's key opens them.

import { fetchFile } from "./desk-api.js";
import { act, element, word } from "./desk-page.js";

const KEPT_MS = 60_000;

export function fileButton(card, { id, url, size_bytes }, number) {
  const size = Math.ceil(size_bytes / 1000);
  const button = element("button", { type: "button", "data-file": id }, word("openFile").replace("{number}", number).replace("{size}", size));
  button.addEventListener("click", () => act(card, () => open(card, id, url)));
  return button;
}

async function open(card, id, url) { // a picture is shown in the card, anything else is saved
  const file = await fetchFile(url.slice(1));
  if (!file.type.startsWith("image/")) return save(file);
  const picture = element("img", { src: await dataUrl(file), alt: file.name, "data-picture": id });
  const before = card.querySelector(`[data-picture="${CSS.escape(id)}"]`);
  if (before) before.replaceWith(picture);
  else card.querySelector(".pictures").append(picture);
  return file.name;
}

function dataUrl(file) { // the page's policy lets no other address be shown
  return new Promise((resolve, reject) => {
    const reader = Object.assign(new FileReader(), { onload: () => resolve(reader.result), onerror: () => reject(reader.error) });
    reader.readAsDataURL(file);
  });
}

export function save(file) {
  const link = element("a", { href: URL.createObjectURL(file), download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS); // the browser may not have begun to read it
  return word("saved").replace("{name}", file.name);
}
