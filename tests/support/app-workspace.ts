import type { AppContext, Change } from '#app/context';
import type { Actor, Role } from '#core/workflow';

import { migratedDatabase, type MigratedDatabase } from './migrated-database.ts';

/** A workspace with people, on a database of its own. */
export interface AppWorkspace {
  readonly context: AppContext;
  readonly database: MigratedDatabase;
  readonly workspaceId: string;
  /** Everything that was announced, in order. */
  readonly announced: Change[];
  /** Sets the clock; it goes on by a millisecond with every look. */
  readonly setNow: (at: string) => void;
  /** A new person of the workspace. */
  person(name: string, role: Role): Promise<Actor>;
  close(): Promise<void>;
}

/** Opens a workspace in which nothing is open in an editor. */
export async function appWorkspace(): Promise<AppWorkspace> {
  const database = await migratedDatabase();
  const { db } = database;
  const announced: Change[] = [];
  let clock = Date.parse('2026-03-01T10:00:00.000Z');
  const context: AppContext = {
    db,
    now: () => new Date((clock += 1)).toISOString(),
    newId: () => crypto.randomUUID(),
    live: { applyToOpen: () => Promise.resolve(null), recheckAccess: () => Promise.resolve() },
    changes: { announce: (change) => announced.push(change), subscribe: () => () => {} },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
  const workspaceId = crypto.randomUUID();
  await db.insertInto('workspaces').values({ id: workspaceId, name: 'Tests', created_at: context.now() }).execute();
  return {
    context,
    database,
    workspaceId,
    announced,
    setNow: (at) => {
      clock = Date.parse(at);
    },
    async person(name, role) {
      const id = crypto.randomUUID();
      const [email] = [`${name.toLowerCase().replaceAll(' ', '.')}@example.com`];
      await db
        .insertInto('users')
        .values({ id, name, email, password_hash: null, created_at: context.now(), last_seen_at: null })
        .execute();
      await db
        .insertInto('memberships')
        .values({ workspace_id: workspaceId, user_id: id, role, created_at: context.now(), disabled_at: null })
        .execute();
      return { workspaceId, userId: id, name, role, via: 'web' };
    },
    close: () => database.close(),
  };
}
