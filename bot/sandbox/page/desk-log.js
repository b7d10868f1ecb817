// Every request of this page with its answer, so that a newcomer learns the API by looking.

import { shown, tellRequests } from "./desk-api.js";
import { byId, element, word } from "./desk-page.js";

const MOST_SHOWN = 200;

function tell({ method, path, type, body, status, result }) {
  const asked = [`${method} /${path}`, "Authorization: Bearer komek_…", type && `Content-Type: ${type}`, body && `\n${shown(body)}`];
  const details = element("details", { class: status < 400 ? undefined : "refused" },
    element("summary", {}, element("code", {}, `${method} /${path} → ${status}${body?.type ? ` ${body.type}` : ""}`)),
    element("h3", { "data-word": "request" }, word("request")), element("pre", {}, asked.filter(Boolean).join("\n")),
    element("h3", { "data-word": "answer" }, word("answer")), element("pre", {}, shown(result)));
  byId("log").prepend(element("li", {}, details));
  while (byId("log").children.length > MOST_SHOWN) byId("log").lastChild.remove();
}

tellRequests(tell);
