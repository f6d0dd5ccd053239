import { z } from 'zod';

import { instant, uuid } from './basics.ts';

/** Roles, each with all that the one before may. */
export const role = z.enum(['reader', 'contributor', 'facilitator', 'admin']);

/** What a token may be used for, never more than its owner may. */
export const scope = z.enum(['read', 'write', 'admin']);

/** A password; its strength is judged by length alone. */
export const password = z.string().min(10).max(200);

/** A person of the workspace. */
export const person = z.object({
  id: uuid,
  name: z.string(),
  email: z.string().nullable(),
  role,
  disabled: z.boolean(),
  lastSeenAt: instant.nullable(),
});

/** Who is signed in. */
export const session = z.object({
  user: z.object({ id: uuid, name: z.string(), email: z.string().nullable(), colour: z.string() }),
  role,
  permissions: z.array(z.string()).describe('Ids of the table of permissions'),
  workspace: z.object({ id: uuid, name: z.string() }),
  csrfToken: z.string().describe('Send it back as `X-CSRF-Token` with every write of this session'),
  expiresAt: instant,
});

/** An API token; the secret is only shown when it is made. */
export const token = z.object({
  id: uuid,
  name: z.string(),
  scopes: z.array(scope),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  expiresAt: instant.nullable(),
});

/** An invitation to the workspace. */
export const invitation = z.object({
  id: uuid,
  email: z.string().nullable(),
  role,
  createdAt: instant,
  expiresAt: instant,
  by: z.string().nullable(),
});

/** One entry of the audit trail. */
export const auditEntry = z.object({
  id: z.string(),
  at: instant,
  by: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
  hash: z.string().describe('Hash over this entry and the one before it of the same subject'),
});

/** Settings of the workspace. */
export const settings = z.object({
  workspaceName: z.string().min(1).max(200),
  zone: z.string(),
  dialect: z.enum(['operations', 'standard', 'sev', 'cycle', 'platform']),
  severities: z.array(z.object({ label: z.string().min(1), rank: z.number().int().min(1), meaning: z.string() })),
  services: z.array(z.object({ name: z.string().min(1), team: z.string().nullable() })),
  teams: z.array(z.object({ name: z.string().min(1) })),
});
