export { logFormats } from './log-formats.ts';
