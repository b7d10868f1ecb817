// Calls the authority's API as any program of the authority would, and tells of each request and its answer.

const LONGEST_SHOWN = 160;
const STRUCTURED = "application/cloudevents+json";
const SOURCE = "/desk";

let key;

export async function ask(path, method = "GET", body = undefined) { // the sandbox itself: no key, not shown
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const result = await answer.json();
  if (!answer.ok) throw new Error(result.error);
  return result;
}

// One request with the key. `told` learns of it; what was refused is thrown with the API's own words.
export async function call(method, path, { body, type = "application/json", told }) {
  key ??= (await ask("desk/key")).key;
  const headers = { Authorization: `Bearer ${key}`, ...(body && { "Content-Type": type }) };
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  if (answer.status === 401) key = undefined; // the program was started anew: the next call asks for the new key
  const result = await answer.json();
  told({ method, path, type: body && type, body, status: answer.status, result });
  if (!answer.ok) throw new Error(`${answer.status}: ${reasons(result)}`);
  return result;
}

export function event(kind, data, told) {
  const body = { specversion: "1.0", id: crypto.randomUUID(), source: SOURCE, type: `kz.komek.${kind}`,
    time: new Date().toISOString(), datacontenttype: "application/json", data };
  return call("POST", "v1/events", { body, type: STRUCTURED, told });
}

export function shown(json) { // pictures and tokens are long
  const short = (_, value) => (typeof value === "string" && value.length > LONGEST_SHOWN
    ? `${value.slice(0, LONGEST_SHOWN)}…` : value);
  return JSON.stringify(json, short, 2);
}

function reasons(result) {
  const errors = result.errors ?? [];
  return errors.map(({ field, message }) => `${field} ${message}`).join("; ") || result.detail || "";
}
