import { createHash } from 'node:crypto';

/** What an entry of the audit trail says. */
export interface AuditFacts {
  readonly workspaceId: string;
  /** Id of a post-mortem, `workspace`, `person:<id>`: what it is about. Each subject has a chain of its own. */
  readonly subject: string;
  /** As `postmortem-created`. */
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Id of the person; null for the system itself. */
  readonly by: string | null;
}

/** An entry at its place in the chain. */
export interface ChainedFacts extends AuditFacts {
  readonly position: number;
  /** UTC instant with milliseconds. */
  readonly at: string;
  /** Hash of the entry before; null for the first. */
  readonly previous: Uint8Array | null;
}

/** SHA-256 over the entry as canonical JSON, the hash of the one before included. */
export function auditHash(entry: ChainedFacts): Buffer {
  const { workspaceId, subject, position, at, by, action, details, previous } = entry;
  const before = previous === null ? null : Buffer.from(previous).toString('hex');
  const facts = canonicalJson({ workspaceId, subject, position, at, by, action, details, previous: before });
  return createHash('sha256').update(facts).digest();
}

/** JSON with the keys of every object in order, so that equal data have one text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
