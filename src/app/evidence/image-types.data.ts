/**
 * Images that are attached, by the bytes they begin with. SVG is none of them: it is a document that can carry scripts.
 */
export const IMAGE_TYPES: readonly { readonly type: string; readonly starts: RegExp }[] = [
  { type: 'image/png', starts: /^\u0089PNG\r\n/u },
  { type: 'image/jpeg', starts: /^\xff\xd8\xff/u },
  { type: 'image/gif', starts: /^GIF8[79]a/u },
  { type: 'image/webp', starts: /^RIFF.{4}WEBP/su },
];
