// The page's own words, by the language of the person's phone.

const KAZAKH = {
  code: "kk", units: ["байт", "КБ", "МБ"],
  people: "Адамдар", desk: "Мансап орталығының беті", newcomer: "Жаңа адам", name: "Аты", phoneLanguage: "Телефон тілі", add: "Қосу",
  choose: "Адамды таңдаңыз немесе жаңа адам қосыңыз.", lost: "Байланыс үзілді, қайта қосылып жатыр…",
  about: "Бұл бот не істейді?", start: "Бастау", write: "Хабарлама", send: "Жіберу", attach: "Файл тіркеу",
  menu: "Мәзір", commands: "Бот командалары", answers: "Жауап түймелері", chat: "Хабарламалар",
  typing: "жазып жатыр", edited: "өзгертілді", forwarded: "Қайта жіберілді", photo: "Сурет",
  voice: "Дауыстық хабарлама", seconds: "с", bot: "Бот", you: "Сіз", understood: "Түсінікті",
  more: "Басқа әрекеттер", back: "Адамдар тізімі", close: "Телефонды жабу", beside: "Қатар ашу:",
  block: "Ботты бұғаттау", unblock: "Ботты бұғаттан шығару",
  deactivate: "Telegram аккаунтын жою", reactivate: "Аккаунтты қалпына келтіру", otherLanguage: "Телефонды орысшаға ауыстыру",
};

const RUSSIAN = {
  code: "ru", units: ["байт", "КБ", "МБ"],
  people: "Люди", desk: "Страница карьерного центра", newcomer: "Новый человек", name: "Имя", phoneLanguage: "Язык телефона", add: "Добавить",
  choose: "Выберите человека или добавьте нового.", lost: "Связь прервалась, подключаемся снова…",
  about: "Что умеет этот бот?", start: "Начать", write: "Сообщение", send: "Отправить", attach: "Прикрепить файл",
  menu: "Меню", commands: "Команды бота", answers: "Кнопки ответа", chat: "Сообщения",
  typing: "печатает", edited: "изменено", forwarded: "Переслано", photo: "Фото",
  voice: "Голосовое сообщение", seconds: "с", bot: "Бот", you: "Вы", understood: "Понятно",
  more: "Другие действия", back: "Список людей", close: "Закрыть телефон", beside: "Открыть рядом:",
  block: "Заблокировать бота", unblock: "Разблокировать бота",
  deactivate: "Удалить аккаунт Telegram", reactivate: "Восстановить аккаунт", otherLanguage: "Переключить телефон на казахский",
};

export function words(language) {
  return language?.startsWith("ru") ? RUSSIAN : KAZAKH;
}

export function say(root, language, selector = "[data-word]") {
  for (const node of root.querySelectorAll(selector)) node.textContent = words(language)[node.dataset.word];
}
