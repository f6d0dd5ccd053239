export { maskSecrets, type Masked } from './mask-secrets.ts';
export { shellFormats } from './shell-history.ts';
