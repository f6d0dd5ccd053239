/** Colours that tell people apart in one document: readable as text on white, and as a caret on dark. */
export const PERSON_COLOURS = [
  '#b3261e',
  '#9c4a00',
  '#7a5900',
  '#4f6600',
  '#1b6e3c',
  '#006a6a',
  '#00658e',
  '#2f5cc0',
  '#5b4fc4',
  '#7d44b0',
  '#9b3a8d',
  '#ad3163',
] as const;
