export { searchUseCases } from './search-use-cases.ts';
