// npm run bench:server [-- requests live pages --postmortems N --events N --keep DIR]; all parts without names.
import { parseArgs } from 'node:util';

import { machine } from './machine.ts';
import { benchLive } from './server/live.ts';
import { benchPages } from './server/pages.ts';
import { benchRequests } from './server/requests.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    postmortems: { type: 'string', default: '100000' },
    events: { type: 'string', default: '20' },
    keep: { type: 'string' },
  },
});
const size = { postmortems: Number(values.postmortems), eventsEach: Number(values.events), keep: values.keep };

const PARTS = new Map<string, () => Promise<void>>([
  ['requests', () => benchRequests(size)],
  ['live', benchLive],
  ['pages', benchPages],
]);

const unknown = positionals.filter((name) => !PARTS.has(name));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join('", "')}". Parts: ${[...PARTS.keys()].join(', ')}.`);
  process.exitCode = 2;
} else {
  console.log(machine());
  for (const [name, bench] of PARTS) if (positionals.length === 0 || positionals.includes(name)) await bench();
}
