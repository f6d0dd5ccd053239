export { completeness, type Completeness } from './completeness.ts';
