import type { RouteRequest } from '#contract/client';

/** Settings of a workspace, its name aside, as they are before anybody changes them. */
export const DEFAULT_SETTINGS: Omit<RouteRequest<'updateSettings'>['body'], 'workspaceName'> = {
  zone: 'UTC',
  dialect: 'standard',
  severities: [
    { label: 'P0', rank: 1, meaning: 'Critical: the service is down, or data is lost' },
    { label: 'P1', rank: 2, meaning: 'High: a main function fails for many' },
    { label: 'P2', rank: 3, meaning: 'Medium: a function is impaired, or fails for few' },
    { label: 'P3', rank: 4, meaning: 'Low: a nuisance with a way around it' },
  ],
  services: [],
  teams: [],
};
