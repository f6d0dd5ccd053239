/** Shells that completions are made for. */
export const COMPLETION_SHELLS = ['bash', 'zsh', 'fish'] as const;
