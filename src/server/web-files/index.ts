export { mountWeb } from './serve-web.ts';
