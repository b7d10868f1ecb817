// Section 2: a link with its QR picture, and a person of the chat page who opens it.

import { ask, call } from "./desk-api.js";
import { act, byId, desk, element, fillSelect, form, moment, onShow, onSubmit, word } from "./desk-page.js";

const family = form.family;
let link = null; // the last one, and of which case

async function showPeople() {
  const people = await ask("people");
  fillSelect(family.person, people.map((one) => [one.id, `${one.first_name} · ${one.id}`]));
  family.querySelector(".nobody").hidden = people.length > 0;
  byId("join").hidden = people.length === 0;
  showPhone();
}

function showPhone() {
  const phone = byId("phone");
  phone.hidden = !family.person.value;
  phone.href = `./?person=${family.person.value}`;
}

onShow(() => {
  for (const field of family.elements) field.disabled = !desk.seen;
  family.querySelector("img").alt = word("qr");
  family.querySelector(".link").hidden = link?.caseId !== desk.caseId;
  if (link) family.querySelector("time").textContent = moment(link.expires_at);
});
onSubmit(family, async () => {
  const body = { member_label: family.member_label.value || null };
  link = { ...await call("POST", `v1/cases/${desk.caseId}/link`, { body }), caseId: desk.caseId };
  family.querySelector("img").src = `data:image/svg+xml,${encodeURIComponent(link.qr_svg)}`;
  family.querySelector("code").replaceChildren(...link.url.split(/(?=\?)/).flatMap((part) => [part, element("wbr")]));
  family.querySelector("time").textContent = moment(link.expires_at);
  await showPeople();
  family.querySelector(".link").hidden = false;
});
byId("join").addEventListener("click", () => act(family, async () => {
  await ask(`people/${family.person.value}/messages`, "POST", { text: `/start ${link.token}` });
  return word("joinSent");
}));
family.person.addEventListener("change", showPhone);
family.person.addEventListener("focus", showPeople);
