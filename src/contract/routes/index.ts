export { defineRoutes, pathParameters, type RouteAccess, type RouteDefinition } from './define-route.ts';
export { type PathParameter, PATH_PARAMETERS } from './path-parameters.data.ts';
export { changeMessage, ROUTES } from './routes.data.ts';
