import { benchCommands } from './bench-commands.ts';
import { benchEvidence } from './bench-evidence.ts';
import { benchMarkdown } from './bench-markdown.ts';
import { benchTimeline } from './bench-timeline.ts';
import { benchMining } from './logs/mining.ts';
import { machine } from './machine.ts';

const PARTS = new Map<string, () => void>([
  ['markdown', benchMarkdown],
  ['timeline', benchTimeline],
  ['commands', benchCommands],
  ['evidence', benchEvidence],
  ['mining', benchMining],
]);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !PARTS.has(name));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join('", "')}". Parts: ${[...PARTS.keys()].join(', ')}.`);
  process.exitCode = 2;
} else {
  console.log(machine());
  for (const [name, bench] of PARTS) if (asked.length === 0 || asked.includes(name)) bench();
}
