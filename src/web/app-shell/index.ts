export { useCommands, useShortcut } from './command-registry.ts';
export { Loaded } from './loaded.tsx';
export { Page, useTitle } from './page.tsx';
export { parseSearch } from './search-string.ts';
export { SignInForm } from './sign-in-form.tsx';
export { tellProblem } from './tell-problem.ts';
export { setTheme, type Theme, useTheme } from './theme.ts';
export { useDebounced } from './use-debounced.ts';
