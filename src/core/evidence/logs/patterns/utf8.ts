/** Writes a text as UTF-8, as much as fits; gives the number of bytes. Halves of pairs become `?`. */
export function writeUtf8(text: string, out: Uint8Array): number {
  const most = Math.min(text.length, out.length);
  let at = 0;
  for (; at < most; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 128) return writeWide(text, at, out);
    out[at] = code;
  }
  return at;
}

/** Goes on from the first character beyond ASCII, which stands at the same place in both. */
function writeWide(text: string, from: number, out: Uint8Array): number {
  let length = from;
  for (let at = from; at < text.length && length + 4 <= out.length; at += 1) {
    const code = text.codePointAt(at) ?? 63;
    if (code > 0xffff) at += 1;
    length = writeCode(code >= 0xd800 && code <= 0xdfff ? 63 : code, length, out);
  }
  return length;
}

function writeCode(code: number, at: number, out: Uint8Array): number {
  if (code < 0x80) {
    out[at] = code;
    return at + 1;
  }
  const more = code < 0x800 ? 1 : code < 0x1_0000 ? 2 : 3;
  out[at] = (LEADS[more] ?? 0) | (code >> (6 * more));
  for (let byte = 1; byte <= more; byte += 1) out[at + byte] = 0x80 | ((code >> (6 * (more - byte))) & 0x3f);
  return at + more + 1;
}

const LEADS = [0, 0xc0, 0xe0, 0xf0] as const;

/** The text of UTF-8 bytes. What is no UTF-8, as the half of a character at a cut, becomes one replacement character. */
export function readUtf8(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let at = start;
  while (at < end) {
    const lead = bytes[at] ?? 0;
    const more = lead < 0x80 ? 0 : lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : -1;
    let code = more <= 0 ? lead : lead & (0x3f >> more);
    for (let byte = 1; byte <= more; byte += 1) code = (code << 6) | ((bytes[at + byte] ?? 0) & 0x3f);
    const broken = more === -1 || at + more >= end || code > 0x10_ffff;
    text += broken ? '\ufffd' : String.fromCodePoint(code);
    at += Math.max(1, broken ? 1 : more + 1);
  }
  return text;
}
