// The person's side of the local Bot API (see the docstring of bot/sandbox/__init__.py), by relative addresses.

let heard = 0; // counts what the server told or was told

export function hear() {
  heard += 1;
}

// What was read while something changed may be older than what the page shows already: it is read again.
export async function current(read) {
  const before = heard;
  const found = await read();
  return heard === before ? found : current(read);
}

export async function ask(method, path, body) {
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const result = await answer.json();
  if (method !== "GET") hear();
  if (!answer.ok) throw new Error(result.error);
  return result;
}
