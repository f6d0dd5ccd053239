import type { EvidenceEvent } from '#core/evidence';

import { type Chance, hexDigits } from './chance.ts';
import { ALERTS, COMMITS, LOG_PATTERNS, PEOPLE, REMARKS, SERVICES } from './log-patterns.data.ts';

/** What happened, before it has a time and a place. */
interface Fact {
  readonly text: string;
  readonly event: Omit<EvidenceEvent, 'at' | 'text' | 'source'>;
}

/** Writes the facts of one file; `index` is unique within the file. */
type Maker = (random: Chance, index: number) => Fact;

const WEIGHTED = LOG_PATTERNS.flatMap((pattern) => Array.from({ length: pattern.weight }, () => pattern));

/** The log of a service; like a reader's, each template is a string of its own. */
const logOf =
  (service: string): Maker =>
  (random) => {
    const { level, template } = random.pick(WEIGHTED);
    const text = template.replaceAll('<*>', () => String(random.below(100_000)));
    const kind = level === 'error' || level === 'fatal' ? 'error' : 'log';
    return {
      text,
      event: { kind, service, level, fold: `${level} ${template}` },
    };
  };

const alert: Maker = (random, index) => {
  const [name, service] = [random.pick(ALERTS), random.pick(SERVICES)];
  const firing = random.next() < 0.5;
  return {
    text: `Alert ${firing ? 'firing' : 'resolved'}: ${name}: ${service} answers with errors`,
    event: {
      kind: firing ? 'alert' : 'alert-resolved',
      service,
      level: 'error',
      key: `alert:${hexDigits(random, 16)}:${String(index)}:${firing ? 'firing' : 'resolved'}`,
      hints: [name],
      fold: `alert ${firing ? 'firing' : 'resolved'}: ${name} ${service}`,
    },
  };
};

const deploy: Maker = (random, index) => {
  const service = random.pick(SERVICES);
  const hash = hexDigits(random, 7);
  return {
    text: `Deployment of ${service} (${hash}) to production finished`,
    event: {
      kind: 'deploy',
      service,
      actor: 'deploy[bot]',
      key: `github-deployment:${String(index)}`,
      hints: [`commit:${hash}`],
      names: [service, 'production'],
    },
  };
};

/** Some name their commit by an abbreviated hash. */
const commit: Maker = (random, index) => {
  const service = random.pick(SERVICES);
  const hash = hexDigits(random, 12);
  return {
    text: random.pick(COMMITS),
    event: {
      kind: 'commit',
      actor: random.pick(PEOPLE),
      key: `commit:${index % 10 === 0 ? hash.slice(0, 7) : hash}`,
      hints: [`commit:${hash}`],
      names: [service, `services/${service}/values.yaml`],
    },
  };
};

/** People talk; every third post is a bot that repeats an alert. */
const post: Maker = (random, index) => {
  const bot = random.next() < 1 / 3;
  const [name, service] = [random.pick(ALERTS), random.pick(SERVICES)];
  const text = bot ? `[FIRING:1] ${name} ${service} answers with errors` : `${random.pick(REMARKS)} (${service})`;
  const said = bot
    ? ({ kind: 'alert', actor: 'Alertmanager', fold: `Alertmanager: [<*>] ${name} ${service}`, hints: [name] } as const)
    : ({ kind: 'message', actor: random.pick(PEOPLE) } as const);
  return {
    text,
    event: { ...said, key: `slack:C07:${String(index)}` },
  };
};

/** One file of evidence and its share of all facts. */
export interface Origin {
  readonly file: string;
  readonly format: string;
  readonly share: number;
  readonly make: Maker;
}

/** 70 % log lines, 5 % alerts, 3 % deployments, 7 % commits, 15 % chat. */
export const ORIGINS: readonly Origin[] = [
  ...SERVICES.map((service) => ({
    file: `logs/${service}.log`,
    format: 'plain-log',
    share: 0.7 / SERVICES.length,
    make: logOf(service),
  })),
  { file: 'alertmanager.jsonl', format: 'alertmanager-webhook', share: 0.05, make: alert },
  { file: 'github-deployments.json', format: 'github', share: 0.03, make: deploy },
  { file: 'git-log.txt', format: 'git-log', share: 0.07, make: commit },
  { file: 'slack/incident.json', format: 'slack-messages', share: 0.15, make: post },
];
