import type { Postmortem } from '#core/record';
import { toLine } from '#core/record';
import { instantToEpoch, type WrittenTime } from '#core/time';
import type { ImpactPeriod, Timeline, TimelineEvent } from '#core/timeline';

import { BOT_NAME, CHAT_FORMAT } from './curation.data.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { DECLARING, EVIDENCE_LINKS, SEVERITY_KINDS, SEVERITY_WORDING, TAKING_COMMAND } from './stated-facts.data.ts';

/** The severity that the evidence states: by the declaration first, then by pager, status page and alerts. */
export function statedSeverity(events: readonly TimelineEvent[]): Postmortem['severity'] {
  for (const kind of SEVERITY_KINDS) {
    const stating = events.filter((event) => event.kind === kind && (kind !== 'message' || DECLARING.test(event.text)));
    const label = stating.map((event) => SEVERITY_WORDING.exec(event.text)?.[0]).find((found) => found !== undefined);
    if (label !== undefined) return { label };
  }
  return undefined;
}

/** Roles that the evidence makes clear: the one person who acknowledged, the one who took command. */
export function statedRoles(
  events: readonly TimelineEvent[],
): Pick<NonNullable<Postmortem['roles']>, 'commander' | 'onCallPrimary'> {
  const onCallPrimary = onlyActor(events.filter((event) => event.kind === 'acknowledged'));
  const commander = onlyActor(events.filter((event) => event.kind === 'message' && TAKING_COMMAND.test(event.text)));
  return { ...(onCallPrimary !== undefined && { onCallPrimary }), ...(commander !== undefined && { commander }) };
}

function onlyActor(events: readonly TimelineEvent[]): string | undefined {
  const actors = new Set(events.flatMap(({ actor }) => (actor === undefined || BOT_NAME.test(actor) ? [] : [actor])));
  const [actor = ''] = actors;
  return actors.size === 1 ? plainMarkdown(actor) : undefined;
}

/** Services that reported errors or alerts while there was impact, the first to do so first. */
export function affectedSystems(timeline: Timeline): string[] {
  const touched = timeline.events.filter(
    (event) => (event.kind === 'error' || event.kind === 'alert') && isWithin(event, timeline.impactPeriods),
  );
  return unique(touched.map((event) => plainMarkdown(event.service ?? '')));
}

function isWithin(event: TimelineEvent, periods: readonly ImpactPeriod[]): boolean {
  const epoch = epochOf(event.at);
  return periods.some(({ from, to }) => {
    const [start, end] = [epochOf(from), to === null ? undefined : epochOf(to)];
    return epoch !== undefined && start !== undefined && epoch >= start && (end === undefined || epoch <= end);
  });
}

function epochOf(time: WrittenTime): number | undefined {
  return time.instant === null ? undefined : instantToEpoch(time.instant);
}

/** Alerts that fired, and links to pager, chat and status page where the evidence carries them. */
export function statedLinks(timeline: Timeline): {
  readonly related: NonNullable<Postmortem['related']>;
  readonly statusPage: string | undefined;
} {
  const { impactPeriods } = timeline;
  const events = timeline.events.filter((event) => impactPeriods.length === 0 || isWithin(event, impactPeriods));
  const firing = events.filter((event) => event.kind === 'alert' && !isChat(event));
  const alerts = unique(firing.map((event) => plainMarkdown(event.hints?.[0] ?? event.text)));
  const pager = findLink(events, EVIDENCE_LINKS.pager);
  const chatThread = findLink(events, EVIDENCE_LINKS.chatThread);
  const list = toLine(alerts.join(', '));
  return {
    related: {
      ...(list !== undefined && { alerts: list }),
      ...(pager !== undefined && { pager }),
      ...(chatThread !== undefined && { chatThread }),
    },
    statusPage: findLink(events, EVIDENCE_LINKS.statusPage),
  };
}

/** What bots repeat in chat is told first-hand by other evidence. */
function isChat(event: TimelineEvent): boolean {
  return event.sources.length > 0 && event.sources.every((source) => CHAT_FORMAT.test(source.format));
}

function findLink(events: readonly TimelineEvent[], pattern: RegExp): string | undefined {
  for (const event of events) {
    const raws = event.sources.map((source) => source.raw);
    const found = [...raws, event.details ?? '']
      .map((raw) => pattern.exec(raw)?.[0])
      .find((link) => link !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unique(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text !== undefined))];
}
