export { type Command, useAllCommands, useCommands, useShortcut } from './command-registry.ts';
export { Loaded } from './loaded.tsx';
export { Page, useTitle } from './page.tsx';
export { openPalette } from './palette-state.ts';
export { SignInForm } from './sign-in-form.tsx';
export { tellProblem } from './tell-problem.ts';
export { setTheme, type Theme, useTheme } from './theme.ts';
export { useDebounced } from './use-debounced.ts';
export { useOnline } from './use-online.ts';
