import { createHash } from 'node:crypto';

import { type Kysely, sql } from 'kysely';

import type { Postmortem } from '#core/record';
import { timeFromEpoch } from '#core/time';
import { takeApart } from '../../src/store/postmortems/content-parts.ts';
import { searchDocument } from '#store/search';
import type { Tables } from '#store/tables';

import { searchTexts } from '../../src/app/postmortems/search-texts.ts';
import { numbers, type Pick } from './numbers.ts';
import { ROLES_OF_WORDS, sentence } from './words.data.ts';

/** How much to seed. */
export interface Seeding {
  readonly workspaceId: string;
  readonly userId: string;
  readonly postmortems: number;
  readonly eventsEach: number;
}

const BATCH = 500;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2019, 0, 1);

/** Secondary indexes are built once at the end, as after any bulk load. */
const INDEXES = ['search_documents_words', 'postmortems_by_label', 'actions_by_owner', 'actions_by_due'];

/**
 * Fills a migrated database with post-mortems of different words, services, severities and days. Rows are what a
 * save writes; the text of revisions is left out but for a line, since no figure reads it.
 */
export async function seed(db: Kysely<Tables>, seeding: Seeding, tell: (line: string) => void): Promise<void> {
  const definitions = await dropIndexes(db);
  const pick = numbers(7);
  for (let start = 0; start < seeding.postmortems; start += BATCH) {
    const count = Math.min(BATCH, seeding.postmortems - start);
    const rows = Array.from({ length: count }, (_, index) => makeRows(seeding, pick, start + index));
    await insert(db, rows);
    if (start % 10_000 === 0)
      tell(`seeded ${start.toLocaleString('en')} of ${seeding.postmortems.toLocaleString('en')}`);
  }
  for (const definition of definitions) await sql.raw(definition).execute(db);
  await sql`vacuum (analyze)`.execute(db);
}

async function dropIndexes(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ indexdef: string; indexname: string }>`
    select indexdef, indexname from pg_indexes where indexname = any(${INDEXES}::text[])`.execute(db);
  for (const { indexname } of rows) await sql`drop index ${sql.ref(indexname)}`.execute(db);
  return rows.map((row) => row.indexdef);
}

type SeedRows = ReturnType<typeof makeRows>;

function makeRows({ workspaceId, userId, eventsEach }: Seeding, pick: Pick, index: number) {
  const id = uuidOf(index);
  const start = FIRST_DAY + pick(2600) * DAY_MS + pick(86_400) * 1000;
  const record = makeRecord(pick, { start, eventsEach, index });
  const service = ROLES_OF_WORDS.services[pick(ROLES_OF_WORDS.services.length)]!;
  const team = ROLES_OF_WORDS.teams[pick(ROLES_OF_WORDS.teams.length)]!;
  const at = new Date(start).toISOString();
  const rank = 1 + pick(4);
  const parts = takeApart({
    record,
    rows: {
      timeline: record.timeline.map((_, row) => ({ id: `e${row}` })),
      actions: record.actions.map((_, row) => ({ id: `a${row}` })),
    },
  });
  const labels = {
    workspaceId,
    sortedAt: at,
    status: 'published',
    severity: rank,
    services: [service],
    teams: [team],
    tags: [],
  };
  const own = { workspace_id: workspaceId, postmortem_id: id };
  return {
    postmortem: {
      ...headOf({ pick, record, service, team, rank, at, index }),
      workspace_id: workspaceId,
      id,
      created_by: userId,
      updated_by: userId,
      events: eventsEach,
      body: parts.body,
    },
    sections: parts.sections.map((row) => ({ ...own, ...row })),
    events: parts.events.map((row, position) => ({ ...own, ...row, position })),
    actions: parts.actions.map((row, position) => ({ ...own, ...row, position })),
    search: { ...own, incident_at: at, document: searchDocument(searchTexts(record, [service, team]), labels) },
    revision: {
      ...own,
      revision: 1,
      at,
      since: at,
      by: [userId],
      via: 'api',
      dialect: 'standard',
      markdown: `# ${record.title}`,
      bytes: 20,
      content: {},
    },
  };
}

function headOf(of: {
  readonly pick: Pick;
  readonly record: Postmortem;
  readonly service: string;
  readonly team: string;
  readonly rank: number;
  readonly at: string;
  readonly index: number;
}) {
  const { at, index, pick, rank, record, service, team } = of;
  return {
    key: `INC-${index}`,
    title: record.title,
    status: index % 50 === 0 ? 'draft' : 'published',
    severity_label: `SEV-${rank}`,
    severity_rank: rank,
    private: index % 100 === 0,
    access: [],
    dialect: 'standard',
    services: [service],
    teams: [team],
    tags: [],
    named: [],
    incident_at: at,
    impact_seconds: 60 + pick(20_000),
    actions: 2,
    open_actions: pick(3),
    completeness: 0.8,
    summary: record.summary?.text?.slice(0, 280),
    revision: 1,
    created_at: at,
    updated_at: at,
  };
}

function uuidOf(index: number): string {
  const hash = createHash('sha256').update(String(index)).digest('hex');
  return `${index.toString(16).padStart(8, '0')}-${hash.slice(0, 4)}-7${hash.slice(4, 7)}-8${hash.slice(7, 10)}-${hash.slice(10, 22)}`;
}

/** A record as the load of requests creates it, too: some events, two actions, a few texts. */
export function makeRecord(
  pick: Pick,
  made: { readonly start: number; readonly eventsEach: number; readonly index: number },
): Postmortem {
  return {
    dialect: 'standard',
    title: `${sentence(pick, 5)} ${made.index}`,
    severity: { label: `SEV-${1 + pick(4)}` },
    summary: { text: `${sentence(pick, 25)}.` },
    rootCause: { technical: `${sentence(pick, 40)}.` },
    timelineZone: 'UTC',
    timeline: Array.from({ length: made.eventsEach }, (_, row) => {
      const epoch = made.start + row * 120_000;
      const clock = new Date(epoch).toISOString();
      return {
        at: timeFromEpoch(epoch, clock.slice(0, 16).replace('T', ' '), { precision: 'minute' }),
        text: sentence(pick, 10),
      };
    }),
    actions: [0, 1].map((row) => ({
      text: sentence(pick, 8),
      owner: '@ada',
      due: '2027-01-31',
      status: row === 0 ? 'Open' : 'Done',
    })),
  };
}

const TABLES = {
  sections: 'workspace_id uuid, postmortem_id uuid, path text, text text',
  timeline_events:
    'workspace_id uuid, postmortem_id uuid, row_id text, position float8, instant timestamptz, text text, moments text[], sources text[], item json, meta json',
  actions:
    'workspace_id uuid, postmortem_id uuid, row_id text, position float8, text text, owner text, owners text[], due_on date, state text, item json, meta json',
  search_documents: 'workspace_id uuid, postmortem_id uuid, incident_at timestamptz, document tsvector',
  revisions:
    'workspace_id uuid, postmortem_id uuid, revision int, at timestamptz, since timestamptz, by uuid[], via text, dialect text, markdown text, bytes int, content json',
  postmortems:
    'workspace_id uuid, id uuid, key text, title text, status text, severity_label text, severity_rank int, private bool, access uuid[], dialect text, services text[], teams text[], tags text[], named text[], incident_at timestamptz, impact_seconds float8, events int, actions int, open_actions int, completeness float8, summary text, revision int, created_at timestamptz, created_by uuid, updated_at timestamptz, updated_by uuid, body json',
} as const;

async function insert(db: Kysely<Tables>, rows: readonly SeedRows[]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const put = (table: keyof typeof TABLES, values: readonly object[]): Promise<unknown> => {
      const columns = TABLES[table].split(', ').map((column) => sql.ref(column.split(' ')[0]!));
      return sql`insert into ${sql.table(table)} (${sql.join(columns)})
        select * from json_to_recordset(${JSON.stringify(values)}::json) as row (${sql.raw(TABLES[table])})`.execute(
        transaction,
      );
    };
    await put(
      'postmortems',
      rows.map((row) => row.postmortem),
    );
    await put(
      'sections',
      rows.flatMap((row) => row.sections),
    );
    await put(
      'timeline_events',
      rows.flatMap((row) => row.events),
    );
    await put(
      'actions',
      rows.flatMap((row) => row.actions),
    );
    await put(
      'search_documents',
      rows.map((row) => row.search),
    );
    await put(
      'revisions',
      rows.map((row) => row.revision),
    );
  });
}
