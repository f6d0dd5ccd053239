/** Longest text of an event made of a message; what is longer is whole in its details. */
const LONGEST = 300;

/** A message as one line for people, and in full where that leaves something out. */
export function postWords(full: string): { readonly text: string; readonly details: string | undefined } {
  const trimmed = full.trim();
  const line = trimmed.replaceAll(/\s+/gu, ' ');
  if (line.length <= LONGEST) return { text: line, details: trimmed.includes('\n') ? trimmed : undefined };
  const space = line.lastIndexOf(' ', LONGEST);
  return { text: `${line.slice(0, space > LONGEST / 2 ? space : LONGEST)} …`, details: trimmed };
}

/** Names a message quotes as code: components, files, commands of few words. */
export function quotedNames(full: string): readonly string[] {
  return [...full.matchAll(/`([^`\n]{2,80})`/gu)]
    .map((match) => match[1] ?? '')
    .filter((name) => name.split(' ').length <= 3);
}
