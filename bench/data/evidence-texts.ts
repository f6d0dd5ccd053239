import { formatInstant, parseInstant } from '#core/time';

import { type Chance, chance, hexDigits } from './chance.ts';
import { COMMITS, LOG_PATTERNS, PEOPLE, REMARKS, SERVICES } from './log-patterns.data.ts';

/** Writes one record of a file; `epoch` is in milliseconds. */
type Writer = (random: Chance, epoch: number) => string;

const START = parseInstant('2026-02-23T06:00:00Z')!;
const WEIGHTED = LOG_PATTERNS.flatMap((pattern) => Array.from({ length: pattern.weight }, () => pattern));

/** A file of at least `size` characters, one record after the other. */
export function writeEvidence(kind: EvidenceKind, size: number): string {
  const { open, between, close, write, gapMs } = WRITERS[kind];
  const random = chance(size);
  const records: string[] = [];
  let epoch = START;
  for (let length = 0; length < size;) {
    epoch += 1 + random.below(2 * gapMs);
    const record = write(random, epoch);
    records.push(record);
    length += record.length + between.length;
  }
  return open + records.join(between) + close;
}

function message(random: Chance): { level: string; text: string } {
  const { level, template } = random.pick(WEIGHTED);
  return { level, text: template.replaceAll('<*>', () => String(random.below(100_000))) };
}

/** As Logback writes it, with a stack trace of four lines at every error. */
const plainLine: Writer = (random, epoch) => {
  const { level, text } = message(random);
  const stamp = `${formatInstant(epoch - (epoch % 1000))
    .slice(0, 19)
    .replace('T', ' ')}.${String(epoch % 1000).padStart(3, '0')}`;
  const thread = `http-nio-8080-exec-${String(random.below(200))}`;
  const label = (level === 'warning' ? 'WARN' : level.toUpperCase()).padEnd(5);
  const frames = ['web.Checkout.post', 'pool.Pool.take', 'db.Orders.insert', 'net.Socket.connect'];
  const trace = frames
    .map((frame) => `\n\tat shop.checkout.${frame}(Source.java:${String(random.below(900))})`)
    .join('');
  return `${stamp} [${thread}] ${label} s.checkout.web.AccessLog - ${text}${level === 'error' ? trace : ''}`;
};

const jsonLine: Writer = (random, epoch) => {
  const { level, text } = message(random);
  return JSON.stringify({
    level: level === 'warning' ? 'warn' : level,
    time: formatInstant(epoch),
    pid: 1,
    hostname: `payments-${hexDigits(random, 10)}`,
    name: random.pick(SERVICES),
    traceId: hexDigits(random, 32),
    msg: text,
  });
};

/** As `git log --name-only --date=iso-strict` prints it. */
const commit: Writer = (random, epoch) => {
  const service = random.pick(SERVICES);
  const author = random.pick(PEOPLE);
  return [
    `commit ${hexDigits(random, 40)}`,
    `Author: ${author} <${author.toLowerCase().replace(' ', '.')}@shop.example>`,
    `Date:   ${formatInstant(epoch - (epoch % 1000)).replace('Z', '+00:00')}`,
    '',
    `    ${random.pick(COMMITS)}`,
    '',
    `    Asked for in review; see ticket SHOP-${String(random.below(9000))}.`,
    '',
    `services/${service}/src/pool.ts`,
    `deploy/${service}/values.yaml`,
    '',
  ].join('\n');
};

const post: Writer = (random, epoch) => {
  const name = random.pick(PEOPLE);
  const user = `U06${name.slice(0, 3).toUpperCase()}`;
  const ts = `${String(Math.floor(epoch / 1000))}.${String(random.below(1_000_000)).padStart(6, '0')}`;
  return JSON.stringify(
    {
      client_msg_id: hexDigits(random, 32),
      type: 'message',
      text: `${random.pick(REMARKS)} (${random.pick(SERVICES)})`,
      user,
      ts,
      team: 'T05SHOP',
      user_profile: { first_name: name.split(' ')[0], real_name: name, display_name: name, team: 'T05SHOP' },
    },
    null,
    4,
  );
};

export type EvidenceKind = 'plain log' | 'JSON lines' | 'git log' | 'Slack export';

const WRITERS: Record<EvidenceKind, { open: string; between: string; close: string; gapMs: number; write: Writer }> = {
  'plain log': { open: '', between: '\n', close: '\n', gapMs: 100, write: plainLine },
  'JSON lines': { open: '', between: '\n', close: '\n', gapMs: 100, write: jsonLine },
  'git log': { open: '', between: '\n', close: '\n', gapMs: 60_000, write: commit },
  'Slack export': { open: '[\n', between: ',\n', close: '\n]\n', gapMs: 2_000, write: post },
};

export const EVIDENCE_KINDS = Object.keys(WRITERS) as readonly EvidenceKind[];
