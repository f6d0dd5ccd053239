/** What people leave in a text for later. */
export const PLACEHOLDERS: readonly RegExp[] = [
  /\[(?:TODO|TBD|FIXME|XXX)\b[^\]]*\]/u,
  /\b(?:TODO|TBD|FIXME)\b/u,
  /\{\{\s*[A-Z][A-Z0-9_ ]*\s*\}\}/u,
  /\bYYYY-MM-DD\b|\bHH:MM\b|\bINC-X{2,}\b|\bSEV-?X\b|\[Name\]|\[Title\]/u,
  /\blorem ipsum\b/iu,
];
