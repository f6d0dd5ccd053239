export { savedFilterUseCases } from './saved-filter-use-cases.ts';
