import type { RouteId } from '#contract/client';

type Path = Readonly<Record<string, string>>;
type Created = Readonly<Record<string, unknown>>;

const postmortem = (_path: Path, created: Created): string => `/postmortems/${String(created['id'])}`;

/** Where what a route created can be found. */
const LOCATIONS: Partial<Record<RouteId, (path: Path, created: Created) => string>> = {
  createPostmortem: postmortem,
  draftPostmortem: postmortem,
  createDemo: postmortem,
  addEvent: (path, created) => `/postmortems/${path['postmortemId']}/events/${String(created['rowId'])}`,
  addAction: (path, created) => `/postmortems/${path['postmortemId']}/actions/${String(created['rowId'])}`,
  attachEvidence: (path) => `/postmortems/${path['postmortemId']}/evidence`,
  uploadImage: (path, created) => `/postmortems/${path['postmortemId']}/images/${String(created['id'])}`,
  createInvitation: (_path, created) => `/invitations/${String(created['id'])}`,
  createToken: (_path, created) => `/tokens/${String(created['id'])}`,
  createSavedFilter: (_path, created) => `/saved-filters/${String(created['id'])}`,
};

/** `Location` of what a route created; undefined where it has no address. */
export function locationOf(id: RouteId, path: Path, created: unknown): string | undefined {
  const location = LOCATIONS[id]?.(path, created as Created);
  return location === undefined ? undefined : `/api/v1${location}`;
}
