/** Colours of people beside their cursors: readable on white and on black, apart for colour-blind readers. */
export const PRESENCE_COLORS = [
  { color: '#0b6fb8', colorLight: '#0b6fb833' },
  { color: '#b3541e', colorLight: '#b3541e33' },
  { color: '#0f7d5c', colorLight: '#0f7d5c33' },
  { color: '#8a4fbf', colorLight: '#8a4fbf33' },
  { color: '#a8326b', colorLight: '#a8326b33' },
  { color: '#7a6a00', colorLight: '#7a6a0033' },
  { color: '#3f6ad8', colorLight: '#3f6ad833' },
  { color: '#6b6f76', colorLight: '#6b6f7633' },
] as const;
