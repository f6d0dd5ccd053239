export { defineRoutes, pathParameters, type RouteAccess, type RouteDefinition } from './define-route.ts';
export { changeMessage, ROUTES } from './routes.data.ts';
