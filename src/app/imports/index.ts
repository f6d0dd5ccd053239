export { importUseCases } from './import-markdown.ts';
