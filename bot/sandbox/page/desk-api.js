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

// One request with the key. It is shown among the requests if `isShown` says so of its answer.
export async function call(method, path, { body, type = "application/json", isShown = () => true } = {}) {
  key ??= (await ask("desk/key")).key;
  const headers = { Authorization: `Bearer ${key}`, ...(body && { "Content-Type": type }) };
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  if (answer.status === 401) key = undefined; // the program was started anew: the next call asks for the new key
  const result = await answer.json();
  if (isShown(result)) told({ method, path, type: body && type, body, status: answer.status, result });
  if (!answer.ok) throw new Refused(answer.status, result.errors ?? [{ field: "", message: "" }]);
  return result;
}

export function event(kind, data) {
  const body = { specversion: "1.0", id: crypto.randomUUID(), source: SOURCE, type: `kz.komek.${kind}`,
    time: new Date().toISOString(), datacontenttype: "application/json", data };
  return call("POST", "v1/events", { body, type: STRUCTURED });
}

export function shown(json) { // pictures and tokens are long
  const short = (_, value) => (typeof value === "string" && value.length > LONGEST_SHOWN
    ? `${value.slice(0, LONGEST_SHOWN)}…` : value);
  return JSON.stringify(json, short, 2);
}
