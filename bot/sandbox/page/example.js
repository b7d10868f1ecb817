// An example family: the page answers the bot's questions as a person would, by presses and typed words, up to the
// review. It reads what the bot asks now and gives the answer to that, so the order of the questions does not matter;
// at a question that it has no answer to it stops, and the person goes on.

// Callback data of the bot (handlers/keyboards.py): a, t, d and b stand before the key of the question that is asked.
const OF_QUESTION = /^[atdb]\|([^|]+)/;
const REVIEW = "x|calculate|";
const TICKED = "✓";

const QUICK_MS = 250;
const SLOW_MS = 1100; // the bot takes no tap on a question within a second after the one before (DOUBLE_TAP_SECONDS)
const ANSWER_MS = 15_000;
const REST_MS = 700; // the last word may be in a second message
const GLANCE_MS = 40;
const MOST_REFUSALS = 4; // of one press

// Two adults, three children, one wage, nothing else. By the language of the phone.
export const PEOPLE = {
  kk: { first_name: "Айгүл", language_code: "kk" },
  ru: { first_name: "Ирина", language_code: "ru" },
};
const WAGE = { kk: "150 мың", ru: "150 тыс" };

const answers = (language) => ({
  region: { press: "KZ-79" },
  status: { press: "all" },
  household: { tick: ["spouse", "children"] },
  "people:child": { type: "4 9 14" },
  "activity:self": { press: "none" },
  "activity:spouse": { press: "employed" },
  "income-kinds": { tick: ["wage"] },
  "amount:wage.spouse": { type: WAGE[language] },
  circumstances: { tick: [] },
  history: { tick: [] },
});

export async function playExample(phone) {
  const playing = { phone, language: phone.node.lang, isStopped: false, pause: QUICK_MS, typed: new Set() };
  const stop = (event) => { playing.isStopped ||= event.isTrusted; };
  for (const kind of ["click", "input"]) phone.node.addEventListener(kind, stop);
  phone.isPlayed = true;
  phone.toast(phone.word("examplePlays"), null);
  const outcome = await answerAll(playing);
  phone.isPlayed = false;
  for (const kind of ["click", "input"]) phone.node.removeEventListener(kind, stop);
  if (outcome !== "") phone.toast(outcome);
  else if (playing.isStopped) phone.toast("");
}

// What is said at the end; nothing where somebody has stopped it, or the toast says already that there is no answer.
async function answerAll(playing) {
  const { phone } = playing;
  if (!await phone.send({ text: "/start" })) return "";
  for (;;) {
    const deed = await until(() => playing.isStopped || nextDeed(playing), ANSWER_MS, () => hasRested(phone));
    if (playing.isStopped) return "";
    if (!deed) return phone.word("exampleStuck");
    if (deed.isReview) return phone.word("exampleDone");
    if (!await take(playing, deed)) return playing.isStopped ? "" : phone.word("exampleStuck");
  }
}

const asked = (phone) => phone.newest((message) => message.from.is_bot);
const buttonsOf = (phone) => (asked(phone)?.message.reply_markup?.inline_keyboard ?? []).flat();

// A message without buttons is no question: the one after it is still on its way.
const hasRested = (phone) => buttonsOf(phone).length > 0 && Date.now() - phone.changedAt > REST_MS;

function nextDeed({ phone, language, typed }) {
  const buttons = buttonsOf(phone);
  const find = (data) => buttons.find((button) => button.callback_data === data);
  if (find(REVIEW)) return { isReview: true };
  const begins = find(`lang:${language}`) ?? find("consent:1");
  if (begins) return press(begins);
  const key = buttons.map((button) => OF_QUESTION.exec(button.callback_data ?? "")?.[1]).find(Boolean);
  const answer = answers(language)[key];
  if (!answer) return null;
  if (answer.type) return typed.has(key) ? null : { text: answer.type, key }; // what is asked back is the person's to say
  if (answer.press) return press(find(`a|${key}|${answer.press}`));
  if (answer.tick.length === 0) return press(find(`a|${key}|none`));
  const wanted = answer.tick.map((word) => find(`t|${key}|${word}`));
  if (!wanted.every(Boolean)) return null;
  const isTicked = (button) => button.text.startsWith(TICKED);
  return press(wanted.find((button) => !isTicked(button)) ?? find(`d|${key}`), wanted.some(isTicked));
}

const press = (button, isBegun = false) => (button ? { data: button.callback_data, isBegun } : null);

// Whether the chat went on: a press that came too soon after the one before is pressed again, more slowly.
async function take(playing, deed) {
  const { phone } = playing;
  for (let refusals = 0; refusals < MOST_REFUSALS; refusals += 1) {
    await sleep(Math.max(QUICK_MS, deed.data && !deed.isBegun ? phone.changedAt + playing.pause - Date.now() : 0));
    if (playing.isStopped) return false;
    const { message, node, written } = asked(phone);
    const wentOn = () => asked(phone).written !== written;
    if (deed.text) {
      playing.typed.add(deed.key);
      return await phone.send({ text: deed.text }) && until(wentOn, ANSWER_MS);
    }
    const button = node.querySelector(`[data-callback-data="${CSS.escape(deed.data)}"]`);
    if (!button) return true; // the question is another one by now
    const pressed = await phone.press(message.message_id, deed.data, button);
    if (!pressed) return false;
    const isRefused = () => phone.lastAnswer?.id === pressed.id && phone.lastAnswer.text; // a taken one is answered without words
    if (!await until(() => wentOn() || isRefused(), ANSWER_MS)) return false;
    if (await until(wentOn, REST_MS)) return true;
    playing.pause = SLOW_MS;
  }
  return false;
}

const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

// What is found, as soon as it is; nothing after so long, or once it is in vain.
async function until(find, ms, isInVain = () => false) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    const found = find();
    if (found) return found;
    if (isInVain()) return null;
    await sleep(GLANCE_MS);
  }
  return null;
}
