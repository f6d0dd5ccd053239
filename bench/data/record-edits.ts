import { withValue, type ParsedDocument } from '#core/markdown';
import type { Postmortem } from '#core/record';

/** One change of a record, as a person would make it. */
export interface Edit {
  /** `new …` for what the document does not have yet, `removed …` for what goes. */
  readonly kind: string;
  readonly path: string;
  apply(record: Postmortem): Postmortem;
}

const WORDS = 'Words that nobody wrote before';

/** What a reader concludes, and what stands for text that no field has. */
const NO_TEXT =
  /^(?:dialect|people|headings|guidance|frontMatter)(?:\.|$)|\.(?:rank|kind|horizon|parent|after|moments|done)$/u;

/** Every value of a record changed on its own, at most two of a kind. */
export function valueEdits({ record, places }: ParsedDocument): Edit[] {
  const seen = new Map<string, number>();
  return [...leaves(record)].flatMap(([path, value]): Edit[] => {
    const kind = path.replaceAll(/\.\d+/gu, '.#').replace(/^(introductions|remarks)\..*$/u, '$1');
    const count = seen.get(kind) ?? 0;
    seen.set(kind, count + 1);
    if (count > 1 || NO_TEXT.test(path) || value === null || /\.moments\.\d+$/u.test(path)) return [];
    // What the document lets conclude and does not state is stated for the first time.
    const concluded = ['title', 'incident.date'].includes(path) && !places.has(path);
    return [
      set(
        `${concluded ? 'new ' : ''}value ${kind}`,
        path,
        typeof value === 'string' ? otherText(path, value) : time('2031-02-03 04:05'),
      ),
    ];
  });
}

const LIKELY: Readonly<Record<string, string>> = {
  timelineZone: 'CET',
  ticket: '#4711',
  owner: '@zoe',
  status: 'in progress',
};

/** Another value of its kind: one word for one word, more text for text. */
function otherText(path: string, value: string): string {
  return (
    LIKELY[path.slice(path.lastIndexOf('.') + 1)] ?? (/[\n]|\s\S+\s\S+\s/u.test(value) ? `${value} ${WORDS}.` : WORDS)
  );
}

function leaves(node: unknown, path = ''): [string, unknown][] {
  if (typeof node !== 'object' || node === null || 'precision' in node) return [[path, node]];
  return Object.entries(node).flatMap(([key, child]) => leaves(child, path === '' ? key : `${path}.${key}`));
}

/** Every kind of edit that applies to a record; of long lists the first, the middle and the last item. */
export function editsOf({ record, places }: ParsedDocument): Edit[] {
  return [...fieldEdits(record, places), ...rowEdits(record), ...actionEdits(record), ...listEdits(record)];
}

function set(kind: string, path: string, value: unknown): Edit {
  return { kind, path, apply: (record) => withValue(record, path, value) };
}

function time(written: string) {
  return { written, instant: null, precision: 'unknown', approximate: false, zone: null, zoneStated: false } as const;
}

/** An edit of what is there, or of what is not. */
function either(name: string, path: string, [present, value]: [boolean, unknown]): Edit {
  return set(present ? name : `new ${name}`, path, value);
}

function fieldEdits(record: Postmortem, places: ReadonlyMap<string, unknown>): Edit[] {
  const { severity, status, summary, rootCause, roles } = record;
  return [
    either('title', 'title', [places.has('title'), WORDS]),
    either('severity', 'severity.label', [severity !== undefined, 'SEV-3']),
    either('status', 'status', [status !== undefined, 'Approved']),
    either('date', 'incident.date', [places.has('incident.date'), time('2031-02-03')]),
    either('authors', 'roles.authors', [roles?.authors !== undefined, '@zoe']),
    either('summary', 'summary.text', [summary?.text !== undefined, `${summary?.text ?? ''} ${WORDS}.`.trim()]),
    either('root cause', 'rootCause.systemic', [rootCause?.systemic !== undefined, `${WORDS}.\n\nIn two parts.`]),
    either('impact', 'impact.customer', [record.impact?.customer !== undefined, `${WORDS}.\n\nFor half an hour.`]),
    ...(summary?.text === undefined ? [] : [set('removed summary', 'summary.text', undefined)]),
    ...(severity === undefined ? [] : [set('removed severity', 'severity', undefined)]),
  ];
}

function sample(count: number): number[] {
  return [...new Set([0, Math.floor(count / 2), count - 1])].filter((index) => index >= 0 && index < count);
}

function insert(
  kind: string,
  list: 'timeline' | 'actions' | 'factors' | 'wentWell',
  { at, item }: { at: number; item: unknown },
): Edit {
  const apply = (record: Postmortem): Postmortem => ({
    ...record,
    [list]: (record[list] ?? []).toSpliced(at, 0, item as never),
  });
  return { kind, path: `${list}.${String(at)}`, apply };
}

function remove(kind: string, list: 'timeline' | 'actions' | 'factors' | 'wentWell', index: number): Edit {
  const apply = (record: Postmortem): Postmortem => ({ ...record, [list]: (record[list] ?? []).toSpliced(index, 1) });
  return { kind, path: `${list}.${String(index)}`, apply };
}

function rowEdits({ timeline }: Postmortem): Edit[] {
  const day = (index: number) => (timeline[index]?.day === undefined ? {} : { day: timeline[index].day });
  const item = (index: number) => ({ at: time('23:47'), text: WORDS, ...day(index) });
  return [
    ...sample(timeline.length).flatMap((index): Edit[] => [
      set('row text', `timeline.${String(index)}.text`, WORDS),
      ...(timeline[index]?.at ? [set('row time', `timeline.${String(index)}.at`, time('23:47'))] : []),
      remove('removed row', 'timeline', index),
      insert('new row before', 'timeline', { at: index, item: item(index) }),
    ]),
    insert('new row at the end', 'timeline', { at: timeline.length, item: item(timeline.length - 1) }),
    ...(timeline.length < 3 ? [] : [swap('moved row', 'timeline')]),
  ];
}

function swap(kind: string, list: 'timeline' | 'actions'): Edit {
  const apply = (record: Postmortem): Postmortem => {
    const items: unknown[] = [...record[list]];
    items.push(...items.splice(items.length - 2, 1));
    return { ...record, [list]: items as never };
  };
  return { kind, path: list, apply };
}

function actionEdits({ actions }: Postmortem): Edit[] {
  const like = (index: number) => {
    const { group, horizon, category } = actions[index] ?? {};
    return {
      text: WORDS,
      ...(group === undefined ? {} : { group }),
      ...(horizon === undefined ? {} : { horizon }),
      ...(category === undefined ? {} : { category }),
    };
  };
  return [
    ...sample(actions.length).flatMap((index) => oneAction(actions[index], `actions.${String(index)}`)),
    ...sample(actions.length).map((index) => remove('removed action', 'actions', index)),
    insert('new action', 'actions', { at: actions.length, item: like(actions.length - 1) }),
    insert('new action with owner', 'actions', {
      at: actions.length,
      item: { ...like(actions.length - 1), owner: '@zoe', due: '2031-02-03' },
    }),
    ...(actions.length < 2 ? [] : [insert('new action before', 'actions', { at: 1, item: like(1) })]),
  ];
}

function oneAction(action: Postmortem['actions'][number] | undefined, path: string): Edit[] {
  if (action === undefined) return [];
  return [
    set('action text', `${path}.text`, WORDS),
    either('action owner', `${path}.owner`, [action.owner !== undefined, '@zoe']),
    either('action due', `${path}.due`, [action.due !== undefined, '2031-02-03']),
    either('action status', `${path}.status`, [
      action.status !== undefined,
      action.status === 'done' ? 'open' : 'done',
    ]),
    ...(action.owner === undefined ? [] : [set('removed owner', `${path}.owner`, undefined)]),
  ];
}

function listEdits({ factors = [], wentWell = [], lessons }: Postmortem): Edit[] {
  return [
    ...sample(factors.length).map((index) => set('factor', `factors.${String(index)}.text`, WORDS)),
    ...sample(factors.length).map((index) => remove('removed factor', 'factors', index)),
    insert('new factor', 'factors', { at: factors.length, item: { text: WORDS } }),
    ...sample(wentWell.length).map((index) => set('went well', `wentWell.${String(index)}.text`, WORDS)),
    insert('new went well', 'wentWell', { at: wentWell.length, item: { text: WORDS } }),
    ...sample(lessons?.takeaways?.length ?? 0).map((index) =>
      set('lesson', `lessons.takeaways.${String(index)}`, WORDS),
    ),
  ];
}
