// Calls the authority's API as any program of the authority would, and tells of each request and its answer.

const LONGEST_SHOWN = 160;
const STRUCTURED = "application/cloudevents+json";
const SOURCE = "/desk";
const SILENT = () => {};

let key;
let told = SILENT;

// What the API or the sandbox refused: its status, and each mistake with field and message, as they came.
export class Refused extends Error {
  constructor(status, mistakes, code) {
    super(mistakes.map(({ field, message }) => `${field} ${message}`.trim()).join("; "));
    Object.assign(this, { status, mistakes, code });
  }
}

export function tellRequests(work) {
  told = work;
}

export async function ask(path, method = "GET", body = undefined) { // the sandbox itself: no key, not shown
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const result = await answer.json();
  if (!answer.ok) throw new Refused(answer.status, [{ field: "", message: result.error }], result.code);
  return result;
}

async function request(method, path, body, type) {
  key ??= (await ask("desk/key")).key;
  const headers = { Authorization: `Bearer ${key}`, ...(body && { "Content-Type": type }) };
  const isWritten = typeof body === "string" || body instanceof Blob;
  const answer = await fetch(path, { method, headers, body: isWritten ? body : body && JSON.stringify(body) });
  if (answer.status === 401) key = undefined; // the program was started anew: the next call asks for the new key
  return answer;
}

// One request with the key; `body` is JSON, a text or a file. It is shown among the requests if `isShown` says so.
export async function call(method, path, { body, type = "application/json", isShown = () => true } = {}) {
  const answer = await request(method, path, body, type);
  const result = await answer.json();
  if (isShown(result)) told({ method, path, type: body && type, body, status: answer.status, result });
  if (!answer.ok) throw new Refused(answer.status, result.errors ?? [{ field: "", message: "" }]);
  return result;
}

// A file of the API, which only the key opens; its name is the one that the API gives it.
export async function fetchFile(path) {
  const answer = await request("GET", path);
  const result = answer.ok ? await answer.blob() : await answer.json();
  const name = decodeURIComponent(/filename\*?=(?:UTF-8'')?"?([^"]+)/.exec(answer.headers.get("Content-Disposition"))?.[1] ?? "file");
  told({ method: "GET", path, status: answer.status, result: answer.ok ? { name, type: result.type, bytes: result.size } : result });
  if (!answer.ok) throw new Refused(answer.status, result.errors ?? [{ field: "", message: "" }]);
  return new File([result], name, { type: result.type });
}

function post(path, kind, data) {
  const body = { specversion: "1.0", id: crypto.randomUUID(), source: SOURCE, type: `kz.komek.${kind}`,
    time: new Date().toISOString(), datacontenttype: "application/json", data };
  return call("POST", path, { body, type: STRUCTURED });
}

// What would become of an event, and what the family would read of it; nothing is sent.
export const tryOut = (kind, data) => post("v1/events?dry_run=true", kind, data);

export async function event(kind, data) {
  const taken = await post("v1/events", kind, data);
  document.dispatchEvent(new Event("news"));
  return taken;
}

export function shown(json) { // pictures and tokens are long
  if (json instanceof Blob) return json.name;
  if (typeof json === "string") return json;
  const short = (_, value) => (typeof value === "string" && value.length > LONGEST_SHOWN
    ? `${value.slice(0, LONGEST_SHOWN)}…` : value);
  return JSON.stringify(json, short, 2);
}
