import { queryClient } from './query-client.ts';

interface Change {
  readonly type: 'postmortem' | 'settings' | 'people' | 'evidence';
  readonly id: string;
}

const LISTS = [['postmortems'], ['home'], ['facets'], ['actions'], ['search']];

const TOUCHED: Readonly<Record<Change['type'], (id: string) => readonly (readonly string[])[]>> = {
  postmortem: (id) => [['postmortem', id], ...LISTS],
  evidence: (id) => [['postmortem', id], ['postmortem']],
  settings: () => [['settings'], ['facets']],
  people: () => [['people'], ['session']],
};

/** Many changes in a row, as people type, ask once. */
const PAUSE_MS = 300;

let due = new Map<string, readonly string[]>();
let timer: ReturnType<typeof setTimeout> | undefined;

function askAgain(): void {
  const keys = [...due.values()];
  due = new Map();
  timer = undefined;
  Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey }))).catch(reportError);
}

function hear(change: Change): void {
  for (const key of TOUCHED[change.type](change.id)) due.set(key.join('/'), key);
  timer ??= setTimeout(askAgain, PAUSE_MS);
}

/** Hears what changes in the workspace, and lets whatever shows it ask again. Returns what ends the listening. */
export function followChanges(): () => void {
  const source = new EventSource('/api/v1/changes');
  let wasOpen = false;
  source.addEventListener('open', () => {
    // Whatever was told while nobody listened was missed.
    if (wasOpen) for (const queryKey of LISTS) due.set(queryKey.join('/'), queryKey);
    if (wasOpen) timer ??= setTimeout(askAgain, PAUSE_MS);
    wasOpen = true;
  });
  source.addEventListener('change', (message: MessageEvent<string>) => hear(JSON.parse(message.data) as Change));
  return () => source.close();
}
