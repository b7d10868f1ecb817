// What the paper clip sends: photos and files, several of them as an album; the own contact; a voice message.

const PICTURES = new Set(["image/png", "image/jpeg", "image/gif"]);
const MOST_IN_ALBUM = 10;

export function attachTo(phone) {
  const sends = (selector, content) => phone.find(selector).addEventListener("click", () => {
    phone.unfold(".attachments", false);
    phone.send(content);
  });
  sends(".contact", { contact: {} });
  sends(".voice", { voice: {} });
  phone.find(".attachments input").addEventListener("change", async ({ target: input }) => {
    const files = [...input.files];
    input.value = "";
    phone.unfold(".attachments", false);
    await sendFiles(phone, files);
  });
}

async function sendFiles(phone, files) {
  let caption = phone.find("textarea").value.trim() || undefined; // of the first one alone, as on a phone
  for (const album of albums(files)) {
    const [kind, uploads] = [kindOf(album[0]), await Promise.all(album.map(upload))];
    const sent = uploads.length > 1 ? phone.do("POST", "albums", { kind, files: uploads, caption })
      : phone.send({ [kind]: uploads[0], caption });
    if (!await sent) return;
    if (caption) phone.find("textarea").value = "";
    caption = undefined;
  }
}

const kindOf = (file) => (PICTURES.has(file.type) ? "photo" : "document");

// Photos go with photos and files with files, ten at most.
function albums(files) {
  return ["photo", "document"].flatMap((kind) => {
    const same = files.filter((file) => kindOf(file) === kind);
    const count = Math.ceil(same.length / MOST_IN_ALBUM);
    return Array.from({ length: count }, (_, number) => same.slice(number * MOST_IN_ALBUM, (number + 1) * MOST_IN_ALBUM));
  });
}

async function upload(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const content = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return { file_name: file.name, mime_type: file.type || undefined, content };
}
