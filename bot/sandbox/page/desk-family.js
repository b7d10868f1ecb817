// Section 2: a link with its QR picture, a person of the chat page who opens it, and who follows the case.

import { ask, call } from "./desk-api.js";
import { act, byId, casePath, desk, element, fillSelect, form, moment, nameOf, onShow, onSubmit, word, wordOf } from "./desk-page.js";
import { send } from "./desk-send.js";

const family = form.family;
const ANSWERED = ["accepted", "refused", "excuse_requested"];
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

const doubters = (one) => one.doubted_by.length && `${word("doubtedBy")} ${one.doubted_by.map((by) => `${nameOf(by.person)} (${moment(by.at)})`).join(", ")}`;

// What somebody who was sent away has answered stands: the officer is told so at once, and decides.
function standing(person) {
  const left = desk.seen.offers.filter(({ answer, state }) => answer?.person === person && ANSWERED.includes(state));
  return left.length ? `${word("answersStand")} ${left.map((one) => `«${one.title}» – ${wordOf("offerStates", one.state)}`).join("; ")}` : undefined;
}

// Whoever follows may read; the officer confirms who may answer, and sends away who does not belong to the family.
function follower(one) {
  const state = [one.is_confirmed && word("confirmed"), one.confirmed_by.length && `${word("confirmedBy")} ${one.confirmed_by.map((alias) => nameOf(alias)).join(", ")}`,
    one.doubted_at && word("doubted"), doubters(one)].filter(Boolean);
  const button = (name, type) => {
    const made = element("button", { type: "button", name }, word(name));
    made.addEventListener("click", () => act(family, async () => {
      const outcome = await send(family, type, { case_id: desk.caseId, person: one.person });
      return outcome ?? (name === "remove" ? standing(one.person) : outcome);
    }));
    return made;
  };
  const isDone = one.is_confirmed && !one.doubted_at && !one.doubted_by.length;
  return element("li", { "data-person": one.person }, [nameOf(one.person), ...state].join(" · "), " ",
    ...(isDone ? [] : [button("confirm", "follower.confirmed")]), button("remove", "follower.removed"));
}

onShow(() => {
  family.querySelector(".followers").replaceChildren(...(desk.seen?.followers ?? []).map(follower));
  for (const field of family.elements) field.disabled = !desk.seen;
  family.querySelector("img").alt = word("qr");
  family.querySelector(".link").hidden = link?.of !== casePath();
  if (link) family.querySelector("time").textContent = moment(link.expires_at);
});
onSubmit(family, async () => {
  const year = family.applicant_birth_year.value;
  const body = { member_label: family.member_label.value || null, ...(year && { applicant_birth_year: Number(year) }) };
  link = { ...await call("POST", casePath("/link"), { body }), of: casePath() };
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
family.revoke.addEventListener("click", () => act(family, async () => {
  await send(family, "links.revoked", { case_id: desk.caseId });
  return word("linksRevoked");
}));
family.person.addEventListener("change", showPhone);
family.person.addEventListener("focus", showPeople);
