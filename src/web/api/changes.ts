import { listenForAllTabs } from './listen-for-all-tabs.ts';
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

/** What a page has just asked for needs not be asked for again when the stream opens. */
const FRESH_MS = 3000;

/** Hears what changes in the workspace, and lets whatever shows it ask again. Returns what ends the listening. */
export function followChanges(): () => void {
  const begun = performance.now();
  return listenForAllTabs((message) => {
    if (message.kind === 'change') {
      hear(JSON.parse(message.data) as Change);
    } else if (performance.now() - begun > FRESH_MS) {
      // Whatever was told while nobody listened was missed.
      for (const queryKey of LISTS) due.set(queryKey.join('/'), queryKey);
      timer ??= setTimeout(askAgain, PAUSE_MS);
    }
  });
}
