export { AUTH_ROUTES, type AuthRouteId, authRoutes } from './auth-routes.ts';
export type { AuthSettings, OidcSettings } from './auth-settings.ts';
export { authenticate, type Identity } from './authenticate.ts';
export { firstRunLink } from './first-run-link.ts';
export { requireCsrf } from './require-csrf.ts';
