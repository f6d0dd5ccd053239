import { formatDuration } from '#core/time';

import type { Candidate } from './candidate.ts';
import { TAKES_BACK } from './candidate-rules.data.ts';
import { type ChangeStory, isChange } from './change-stories.ts';
import { eventWords, sharedWords } from './event-words.ts';
import { isFailure } from './find-symptoms.ts';
import { MINUTE } from './folding.data.ts';
import type { Incident } from './incident.ts';
import { MERGE } from './lineage.data.ts';
import { rareNames } from './lineage.ts';
import {
  CHANGE_WEIGHT,
  CLOSENESS_DECAY,
  HARMLESS,
  HARMLESS_PATH,
  HARMLESS_SUBJECT,
  SUSPICION,
} from './suspects.data.ts';
import type { TimelineEvent } from './types.ts';

/** What every suspect is held against. */
export interface CaseFile {
  readonly symptom: Candidate;
  readonly stories: readonly ChangeStory[];
  /** When the last change before the symptom took effect, in epoch milliseconds. */
  readonly last: number;
  /** Services that failed or alerted first. */
  readonly services: ReadonlySet<string>;
  /** Words of the first failures and alerts. */
  readonly words: ReadonlySet<string>;
  /** In how many stories each word stands. */
  readonly frequency: ReadonlyMap<string, number>;
  /** Later changes that take something back. */
  readonly takeBacks: readonly Mention[];
  /** Where somebody tells the cause. */
  readonly causes: readonly Mention[];
  /** The last change of each failing service before the symptom. */
  readonly lastOf: ReadonlyMap<string, ChangeStory>;
}

/** An event with the rare names in it. */
interface Mention {
  readonly event: TimelineEvent;
  readonly text: string;
  readonly names: ReadonlySet<string>;
}

/** One thing that speaks for a suspect. */
interface Suspicion {
  readonly weight: number;
  readonly reason: string;
}

/** Gathers once what all suspects are held against. */
export function caseFile(incident: Incident, symptom: Candidate, stories: readonly ChangeStory[]): CaseFile {
  const failures = incident.events
    .filter((one) => one.epoch >= symptom.epoch && one.epoch <= symptom.epoch + 10 * MINUTE)
    .filter((one) => isFailure(one) || one.event.kind === 'alert')
    .slice(0, 20)
    .map(({ event }) => event);
  const first = [symptom.event, ...failures];
  const frequency = new Map<string, number>();
  for (const word of stories.flatMap((story) => [...storyWords(story)]))
    frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const services = new Set(first.flatMap(({ service }) => service ?? []));
  const takeBacks = incident.events.filter(
    (one) =>
      one.epoch > symptom.epoch && one.epoch <= incident.until && isChange(one) && TAKES_BACK.test(one.event.text),
  );
  return {
    symptom,
    stories,
    last: stories.reduce((last, { reached }) => Math.max(last, reached.epoch), -Infinity),
    services,
    words: new Set(first.flatMap((event) => [...eventWords(event, ['text', 'details'])])),
    frequency,
    takeBacks: takeBacks.map(({ event }) => mentionOf(event)),
    causes: incident.candidates('root-cause-identified').map(({ event }) => mentionOf(event)),
    lastOf: lastChanges(services, stories),
  };
}

function mentionOf(event: TimelineEvent): Mention {
  const text = `${event.text}\n${event.details ?? ''}`;
  return { event, text, names: rareNames(text) };
}

function lastChanges(services: ReadonlySet<string>, stories: readonly ChangeStory[]): Map<string, ChangeStory> {
  const last = new Map<string, ChangeStory>();
  for (const service of services) {
    for (const story of stories) {
      const changes = story.events.some(
        (one) => one.event.kind !== 'commit' && isChange(one) && namesService(one.event, service),
      );
      if (changes && story.reached.epoch >= (last.get(service)?.reached.epoch ?? -Infinity)) last.set(service, story);
    }
  }
  return last;
}

/** Everything that speaks for a change, summed up. */
export function suspicionsOf(story: ChangeStory, file: CaseFile): { score: number; reasons: string[] } {
  const found = [
    closeness(story, file),
    lastChange(story, file),
    sameService(story, file),
    sharedNames(story, file),
    takenBack(story, file),
    namedAsCause(story, file),
  ].filter((suspicion) => suspicion !== null);
  const base = Math.max(...story.events.map(({ event }) => CHANGE_WEIGHT[event.kind] ?? 0));
  const sum = found.reduce((total, { weight }) => total + weight, base);
  const reasons = found.map(({ reason }) => reason);
  if (!isHarmless(story)) return { score: sum, reasons };
  return {
    score: sum * HARMLESS,
    reasons: [...reasons, 'It only touches documents or tests, which speaks against it.'],
  };
}

function closeness({ change, reached }: ChangeStory, { symptom }: CaseFile): Suspicion {
  const gap = Math.max(0, symptom.epoch - reached.epoch);
  const how = change === reached ? 'It came' : `It took effect (${reached.event.id})`;
  const when = gap < 1000 ? 'at the same time as' : `${formatDuration(Math.round(gap / 1000))} before`;
  return {
    weight: SUSPICION.closeness * Math.exp(-gap / CLOSENESS_DECAY),
    reason: `${how} ${when} the first symptom.`,
  };
}

function lastChange({ reached }: ChangeStory, { last }: CaseFile): Suspicion | null {
  if (reached.epoch !== last) return null;
  return { weight: SUSPICION.lastChange, reason: 'It is the last known change before the first symptom.' };
}

function sameService(story: ChangeStory, { services }: CaseFile): Suspicion | null {
  // Of several, the one that most of the change's tellings name.
  const named = [...services]
    .toSorted()
    .map((name) => ({ name, count: story.events.filter(({ event }) => namesService(event, name)).length }))
    .filter(({ count }) => count > 0);
  const service = named.toSorted((a, b) => b.count - a.count)[0]?.name;
  if (service === undefined) return null;
  return { weight: SUSPICION.sameService, reason: `It changes ${service}, which is among the first to fail.` };
}

/** True where an event belongs to a service or has its name as a word of its own. */
function namesService(event: TimelineEvent, service: string): boolean {
  if (event.service === service) return true;
  return [event.text, ...(event.names ?? [])].some((text) => text.split(/[^\w-]+/u).includes(service));
}

function sharedNames(story: ChangeStory, file: CaseFile): Suspicion | null {
  const common = Math.max(2, file.stories.length * SUSPICION.commonShare);
  const names = sharedWords(storyWords(story), file.words)
    .filter((word) => !file.services.has(word) && (file.frequency.get(word) ?? 0) <= common)
    .slice(0, SUSPICION.sharedNamesAtMost);
  if (names.length === 0) return null;
  const reason = `It names ${names.map((name) => `“${name}”`).join(', ')}, which the first failures name, too.`;
  return { weight: names.length * SUSPICION.sharedName, reason };
}

function storyWords({ change }: ChangeStory): Set<string> {
  return eventWords(change.event, ['text', 'details']);
}

/** A later rollback or revert that names it by hash, number, branch or subject, or rolls back the service it ran on. */
function takenBack(story: ChangeStory, file: CaseFile): Suspicion | null {
  const names = storyNames(story);
  const subject = story.change.event.text;
  const later = file.takeBacks.find(
    (mention) =>
      shares(mention.names, names) ||
      (subject.length > 10 && mention.text.includes(subject)) ||
      rollsBack(mention.event, story, file),
  );
  if (later === undefined) return null;
  return { weight: SUSPICION.takenBack, reason: `It was taken back afterwards (${later.event.id}).` };
}

/** A rollback of a service takes back the last change of that service. */
function rollsBack(later: TimelineEvent, story: ChangeStory, { lastOf }: CaseFile): boolean {
  if (later.kind === 'commit' || later.kind === 'config' || /\brevert/iu.test(later.text)) return false;
  return [...lastOf].some(([service, last]) => last === story && namesService(later, service));
}

function namedAsCause(story: ChangeStory, { causes }: CaseFile): Suspicion | null {
  const names = storyNames(story);
  const told = causes.find((mention) => shares(mention.names, names));
  if (told === undefined) return null;
  return { weight: SUSPICION.namedAsCause, reason: `It is named where the cause is told (${told.event.id}).` };
}

function storyNames({ events }: ChangeStory): Set<string> {
  return rareNames(
    events.map(({ event }) => [event.text, event.key ?? '', ...(event.hints ?? [])].join('\n')).join('\n'),
  );
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const name of a) if (b.has(name)) return true;
  return false;
}

function isHarmless({ events, change }: ChangeStory): boolean {
  const commits = events.filter(({ event }) => event.key?.startsWith('commit:') === true && !MERGE.test(event.text));
  const paths = commits.flatMap(({ event }) => (event.names ?? []).filter((name) => /[./]/u.test(name)));
  return paths.length > 0 ? paths.every((path) => HARMLESS_PATH.test(path)) : HARMLESS_SUBJECT.test(change.event.text);
}
