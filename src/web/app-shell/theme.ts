import { useSyncExternalStore } from 'react';

/** Which theme shows: the system's, or always one. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'nevertwice-theme';
const listeners = new Set<() => void>();

function currentTheme(): Theme {
  const theme = document.documentElement.dataset['theme'];
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Chooses a theme, here and in every later visit of this browser. `public/theme.js` puts it on before the first paint. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is switched off: the choice holds until the page is left.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The theme that is chosen. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme);
}
