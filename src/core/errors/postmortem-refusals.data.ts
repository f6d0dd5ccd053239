import { rule } from './refusal-rule.ts';

/** The part of the table of refusals that is about post-mortems, their lists and the settings of a workspace. */
export const POSTMORTEM_REFUSALS = {
  'postmortem-missing': rule(
    'missing',
    (p: { id: string }) => `There is no post-mortem "${p.id}".`,
    'Check the link. It may have been deleted, or be private; then whoever wrote it can name you.',
  ),
  'revision-stale': rule(
    'conflict',
    (p: { expected: number; current: number }) =>
      `The change is based on revision ${p.expected}, and there is revision ${p.current} by now. Nothing was changed.`,
    'Read it again, and send the change with the new ETag as "If-Match".',
  ),
  'postmortem-busy': rule(
    'unavailable',
    (p: { id: string }) => `The post-mortem "${p.id}" is changed by many at once. Nothing was changed.`,
    'Send the change again.',
  ),
  'postmortem-too-large': rule(
    'limited',
    (p: { name: string; size: string; limit: string }) =>
      `"${p.name}" has ${p.size}, more than the ${p.limit} that one post-mortem may have. Nothing was stored.`,
    'Add logs and long lists as evidence, and keep in the document what it tells about them.',
  ),
  'revision-missing': rule(
    'missing',
    (p: { revision: string }) => `The history has no revision "${p.revision}".`,
    'Take one of those that the history lists.',
  ),
  'row-missing': rule(
    'missing',
    (p: { list: string; id: string }) => `The list "${p.list}" has no row "${p.id}".`,
    'Read the post-mortem again; somebody may have deleted the row.',
  ),
  'status-move-refused': rule(
    'conflict',
    (p: { from: string; to: string; allowed: string }) =>
      `A post-mortem that is "${p.from}" cannot become "${p.to}": from there it goes to ${p.allowed}.`,
    'Take one of those steps.',
  ),
  'cursor-invalid': rule(
    'invalid',
    (p: { cursor: string }) => `"${p.cursor}" is no place in this list.`,
    'Give a cursor back as it came, with the same sorting, or leave it out to start at the top.',
  ),
  'zone-unknown': rule(
    'invalid',
    (p: { zone: string }) => `There is no time zone "${p.zone}".`,
    'Use a name as "Europe/Berlin", an offset as "+02:00", or "UTC".',
  ),
  'original-missing': rule(
    'missing',
    (p: { id: string }) => `The post-mortem "${p.id}" was not imported, so there is no original document.`,
    'Leave the template out to get it in its own, or name one of: operations, standard, sev, cycle, platform.',
  ),
  'access-person-unknown': rule(
    'invalid',
    (p: { people: string }) => `Nobody in this workspace has the id ${p.people}.`,
    'Take ids from the list of people.',
  ),
  'setting-invalid': rule(
    'invalid',
    (p: { setting: string; value: string; expected: string }) =>
      `The setting "${p.setting}" cannot be "${p.value}": ${p.expected}.`,
    'Correct it and save again. Nothing was changed.',
  ),
  'saved-filter-missing': rule(
    'missing',
    (p: { id: string }) => `You have no saved filter "${p.id}".`,
    'Read the list of saved filters again.',
  ),
  'database-newer': rule(
    'conflict',
    (p: { migration: string }) =>
      `The database was last used by a newer Nevertwice: this one does not know the step "${p.migration}". Nothing was changed.`,
    'Run that newer version, or restore a backup that this one made.',
  ),
  'database-altered': rule(
    'conflict',
    (p: { migration: string }) =>
      `The step "${p.migration}" of the database is not the one that this Nevertwice would have made. Nothing was changed.`,
    'Run the version that made the database, or restore a backup into a new one.',
  ),
} as const;
