/** Writes an update that a page leaves behind, at once; one that is too large for the browser stays where it was kept before. */
export function putLastEdits(name: string, update: Uint8Array): void {
  let text = '';
  for (const byte of update) text += String.fromCodePoint(byte);
  try {
    localStorage.setItem(name, btoa(text));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** The update that an earlier page left behind; it is taken away with that. */
export function takeLastEdits(name: string): Uint8Array | undefined {
  const text = localStorage.getItem(name);
  if (text === null) return undefined;
  localStorage.removeItem(name);
  return Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0);
}
