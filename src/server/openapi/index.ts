export { buildOpenApi, type OpenApi, type Operation } from './build-openapi.ts';
export { mountReference } from './mount-reference.ts';
