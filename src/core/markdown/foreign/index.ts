export { readForeign } from './read-foreign.ts';
