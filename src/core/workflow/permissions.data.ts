/** Roles, each with all that the one before may. */
export const ROLES = ['reader', 'contributor', 'facilitator', 'admin'] as const;

/** Role of a person in a workspace. */
export type Role = (typeof ROLES)[number];

/** The lowest role that may do something. The one table that every surface asks. */
export const PERMISSIONS = {
  'postmortem.read': 'reader',
  'people.read': 'reader',
  'postmortem.create': 'contributor',
  'postmortem.edit': 'contributor',
  'postmortem.set-status': 'facilitator',
  'postmortem.set-access': 'facilitator',
  'postmortem.delete': 'facilitator',
  'people.manage': 'admin',
  'settings.manage': 'admin',
  'audit.read': 'admin',
} as const satisfies Record<string, Role>;

/** Something that can be allowed. */
export type Permission = keyof typeof PERMISSIONS;

/** What a token may be used for, and which permissions that covers. */
export const SCOPES = {
  read: ['postmortem.read', 'people.read'],
  write: [
    'postmortem.create',
    'postmortem.edit',
    'postmortem.set-status',
    'postmortem.set-access',
    'postmortem.delete',
  ],
  admin: ['people.manage', 'settings.manage', 'audit.read'],
} as const satisfies Record<string, readonly Permission[]>;

/** Scope of an API token. */
export type Scope = keyof typeof SCOPES;
