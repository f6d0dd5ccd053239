export { shellFormats } from './shell-history.ts';
