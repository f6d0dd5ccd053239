import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DIALECT_IDS, newPostmortem, parsePostmortem, renderPostmortem } from '#core/markdown';
import { computeDurations, definitionsFor } from '#core/metrics';
import { postmortemSchema, resolveRecord } from '#core/record';
import { instantToEpoch } from '#core/time';

import type { DraftInput } from './draft-input.ts';
import { draftPostmortem } from './draft-postmortem.ts';
import { anyDraftInput, at, EMPTY, event, timeline } from './timelines.fixture.ts';

function input(facts: Partial<DraftInput> = {}): DraftInput {
  return { base: EMPTY, timeline: timeline([]), moments: [], durations: [], evidence: [], zone: 'UTC', ...facts };
}

const alert = event('t2', { kind: 'alert', text: 'CheckoutHighErrorRate', at: at('2026-03-17T13:27:31Z') });
const acknowledged = event('t3', {
  kind: 'acknowledged',
  text: 'Ana Silva acknowledged',
  actor: 'Ana Silva',
  at: at('2026-03-17T13:31:05Z'),
});

describe('draftPostmortem', () => {
  it('makes a valid record of any timeline and never throws', () => {
    fc.assert(
      fc.property(anyDraftInput, (each) => {
        const { record } = draftPostmortem(each);
        expect(postmortemSchema.parse(record)).toEqual(record);
      }),
    );
  });

  it('keeps every moment, in a row or with a time of its own', () => {
    fc.assert(
      fc.property(anyDraftInput, (each) => {
        const { record } = draftPostmortem(each);
        const found = [
          ...record.timeline.flatMap((row) => row.moments ?? []),
          ...(record.moments ?? []).map((moment) => moment.kind),
        ];
        expect(found.toSorted()).toEqual(each.moments.map((moment) => moment.kind).toSorted());
      }),
    );
  });

  it('writes times that are the same minute as in the evidence', () => {
    fc.assert(
      fc.property(anyDraftInput, (each) => {
        const events = each.timeline.events.filter((one) => one.at.instant !== null && one.at.precision === 'second');
        const { record } = draftPostmortem({
          ...each,
          allEvents: true,
          timeline: timeline(events.toSorted((a, b) => epoch(a.at.instant) - epoch(b.at.instant))),
        });
        const minutes = record.timeline.map((row) => epoch(row.at?.instant ?? null));
        const expected = events.map((one) => epoch(one.at.instant)).toSorted((a, b) => a - b);
        expect(minutes).toEqual(expected.map((ms) => Math.floor(ms / 60_000) * 60_000));
      }),
    );
  });

  it('states what a reader of the document computes from it', () => {
    fc.assert(
      fc.property(anyDraftInput, (each) => {
        const { record } = draftPostmortem(each);
        expect(resolveRecord(record)).toEqual(record);
      }),
    );
  });

  it('puts moments into the rows of their events', () => {
    const { record } = draftPostmortem(
      input({
        timeline: timeline([alert, acknowledged]),
        moments: [
          { kind: 'alert-fired', at: alert.at, events: ['t2'] },
          { kind: 'acknowledged', at: acknowledged.at, events: ['t3'] },
        ],
      }),
    );
    expect(record.timeline.map((row) => [row.at?.written, row.text, row.moments])).toEqual([
      ['13:27', 'CheckoutHighErrorRate', ['alert-fired']],
      ['13:31', 'Ana Silva acknowledged', ['acknowledged']],
    ]);
    expect(record.incident?.date?.written).toBe('2026-03-17');
    expect(record.moments).toBeUndefined();
  });

  it('keeps a moment that was corrected by hand apart from its event', () => {
    const corrected = at('2026-03-17T13:25:00Z');
    const { record } = draftPostmortem(
      input({ timeline: timeline([alert]), moments: [{ kind: 'alert-fired', at: corrected, events: ['t2'] }] }),
    );
    expect(record.moments).toMatchObject([
      { kind: 'alert-fired', at: { written: '2026-03-17 13:25', instant: '2026-03-17T13:25:00Z' } },
    ]);
  });

  it('writes the clock of the zone and the day where it changes', () => {
    const late = event('t9', { kind: 'resolved', text: 'Closed', at: at('2026-03-17T23:30:00Z') });
    const { record } = draftPostmortem(input({ zone: 'CET', timeline: timeline([alert, late]) }));
    expect(record.timelineZone).toBe('CET');
    expect(record.timeline.map((row) => row.at?.written)).toEqual(['14:27', '2026-03-18 00:30']);
    expect(record.timeline[1]?.at?.instant).toBe('2026-03-17T23:30:00Z');
  });

  it('names its sources by the number of the evidence', () => {
    const { record } = draftPostmortem(
      input({
        timeline: timeline([alert]),
        evidence: [
          { file: 'chat.json', format: 'Slack', sha256: 'zz', events: 1 },
          { file: 'a.log', format: 'Plain log', sha256: 'aa', events: 12 },
        ],
      }),
    );
    expect(record.timeline[0]?.text).toBe('CheckoutHighErrorRate (E2:7)');
    expect(record.evidence?.[1]).toEqual({ id: 'E2', file: 'a.log', format: 'Plain log', sha256: 'aa', events: '12' });
  });

  it('uses the columns and lists that a template has', () => {
    const { record } = draftPostmortem(
      input({
        base: { ...EMPTY, dialect: 'operations' },
        timeline: timeline([alert, acknowledged]),
        moments: [
          { kind: 'alert-fired', at: alert.at, events: ['t2'] },
          { kind: 'acknowledged', at: acknowledged.at, events: ['t3'] },
        ],
        evidence: [{ file: 'a.log', format: 'Plain log', sha256: 'aa', events: 12 }],
      }),
    );
    expect(record.timeline[1]).toMatchObject({
      text: 'Ana Silva acknowledged',
      who: 'Ana Silva',
      notes: 'E1:7',
      moments: ['acknowledged'],
    });
    expect(record.timeline[0]?.moments).toEqual(['alert-fired']);
    expect(record.moments).toBeUndefined();
  });

  it.each(DIALECT_IDS)(
    'writes a draft in %s that reads back with its suspects in the root-cause section',
    (dialect) => {
      const deploy = event('t1', { kind: 'rollout', text: 'Deploy', at: at('2026-03-17T13:02:00Z') });
      const suspect = { event: 't1', at: deploy.at, text: deploy.text, score: 0.9, reasons: ['near'] };
      const base = newPostmortem(dialect, { title: 'Checkout outage', date: '2026-03-17' });
      const { record } = draftPostmortem(input({ base, timeline: timeline([deploy, alert], { suspects: [suspect] }) }));
      const { markdown } = renderPostmortem(record, dialect, { prompts: true });
      const [before = '', after = ''] = markdown.split('Which of these changes set it off, if any?');
      expect(before.match(/^#+ .*$/gmu)?.at(-1)).toBe('### Suspects');
      expect(before.match(/^## .*$/gmu)?.at(-1)).toMatch(/root cause/iu);
      expect(after).toContain('13:02 Deploy');
      expect(parsePostmortem(markdown).record.suspects).toEqual(record.suspects);
      expect(parsePostmortem(markdown).record.timeline).toEqual(record.timeline);
    },
  );

  it('says who said it where the template has no column for that', () => {
    const said = event('t1', { text: 'Rolling back now', actor: 'Ana Silva' });
    expect(draftPostmortem(input({ timeline: timeline([said]) })).record.timeline[0]?.text).toBe(
      'Ana Silva: Rolling back now',
    );
  });

  it('states only durations that are known', () => {
    const moments = new Map([
      ['impact-started', at('2026-03-17T13:21:04Z')],
      ['alert-fired', at('2026-03-17T13:27:04Z')],
    ] as const);
    const { record } = draftPostmortem(input({ durations: computeDurations(moments, [], definitionsFor('sev')) }));
    expect(record.durations).toEqual({ ttd: { written: '6 min' } });
  });

  it('asks which suspect it was and decides nothing', () => {
    const deploy = event('t1', { kind: 'rollout', text: 'Deploy of checkout-api', at: at('2026-03-17T13:02:00Z') });
    const suspect = {
      event: 't1',
      at: deploy.at,
      text: deploy.text,
      score: 0.9,
      reasons: ['19 minutes before the first symptom, seen at t2'],
    };
    const { record } = draftPostmortem(
      input({
        timeline: timeline([deploy, alert], { suspects: [suspect] }),
        evidence: [{ file: 'a.log', format: 'Plain log', sha256: 'aa', events: 2 }],
      }),
    );
    expect(record.rootCause).toBeUndefined();
    expect(record.suspects).toEqual([
      '13:02 Deploy of checkout-api (E1:7)\n- 19 minutes before the first symptom, seen at 13:27',
    ]);
  });

  it('takes the severity of the declaration, unless one was given', () => {
    const declared = event('t4', {
      kind: 'message',
      text: 'Declaring this a SEV-2 incident',
      at: at('2026-03-17T13:34:00Z'),
    });
    const chatter = event('t1', { text: 'is this SEV1?' });
    const drafted = (base = EMPTY) => draftPostmortem(input({ base, timeline: timeline([chatter, declared]) })).record;
    expect(drafted().severity).toEqual({ label: 'SEV-2', rank: 2 });
    expect(drafted({ ...EMPTY, severity: { label: 'P0' } }).severity?.label).toBe('P0');
  });

  it('names a role only where one person had it', () => {
    const other = event('t5', { kind: 'acknowledged', actor: 'Bo Lindqvist' });
    expect(roles([acknowledged])).toEqual({ onCallPrimary: 'Ana Silva' });
    expect(roles([acknowledged, other])).toBeUndefined();
    const command = event('t6', { text: "I'm incident commander for this one", actor: 'Mei Tanaka' });
    expect(roles([command])).toEqual({ commander: 'Mei Tanaka' });
  });

  it('lists the systems that reported errors during the impact', () => {
    const during = event('t1', { kind: 'error', service: 'checkout-api', at: at('2026-03-17T13:30:00Z') });
    const before = event('t2', { kind: 'error', service: 'search', at: at('2026-03-17T09:00:00Z') });
    const quiet = event('t3', { kind: 'log', service: 'cart', at: at('2026-03-17T13:31:00Z') });
    const periods = [{ from: at('2026-03-17T13:21:00Z'), to: at('2026-03-17T14:03:00Z') }];
    const { record } = draftPostmortem(
      input({ timeline: timeline([before, during, quiet], { impactPeriods: periods }) }),
    );
    expect(record.impact?.systems).toEqual(['checkout-api']);
    expect(record.impact?.periods?.map((period) => period.to?.written)).toEqual(['14:03']);
  });

  it('finds links to the pager and the chat in the evidence', () => {
    const raw =
      '{"html_url":"https://larkspur.pagerduty.com/incidents/Q1ABC","chat":"https://larkspur.slack.com/archives/C024/p1773754444"}';
    const paged = event('t1', {
      kind: 'alert',
      text: 'CheckoutHighErrorRate',
      sources: [{ ...event('t1').sources[0]!, raw }],
    });
    expect(draftPostmortem(input({ timeline: timeline([paged]) })).record.related).toEqual({
      alerts: 'CheckoutHighErrorRate',
      pager: 'https://larkspur.pagerduty.com/incidents/Q1ABC',
      chatThread: 'https://larkspur.slack.com/archives/C024/p1773754444',
    });
  });

  it('says how many times a folded event happened, and until when', () => {
    const folded = event('t1', {
      kind: 'error',
      text: 'Pool exhausted',
      count: 214,
      until: at('2026-03-17T14:03:12Z'),
    });
    const told = event('t2', { kind: 'resolved', text: 'Resolved', count: 2, until: at('2026-03-17T13:21:05Z') });
    const { record } = draftPostmortem(input({ timeline: timeline([folded, told]) }));
    expect(record.timeline.map((row) => row.text)).toEqual(['Pool exhausted (214 times until 14:03)', 'Resolved']);
  });

  it('keeps an event without a day and shows what is written', () => {
    const unknown = {
      written: '14:??',
      instant: null,
      precision: 'unknown',
      approximate: false,
      zone: null,
      zoneStated: false,
    } as const;
    const { record } = draftPostmortem(
      input({ timeline: timeline([event('t1', { kind: 'note', text: 'Failover', at: unknown })]) }),
    );
    expect(record.timeline[0]).toMatchObject({ at: null, text: 'Failover (at 14:??, day or zone unknown)' });
  });

  it('says how many events the document leaves out', () => {
    const noise = Array.from({ length: 5 }, (_each, index) => event(`t${index + 1}`, { kind: 'log' }));
    const { findings } = draftPostmortem(input({ timeline: timeline([...noise, alert]) }));
    expect(findings.map((finding) => finding.message)).toEqual([
      "The document's timeline shows the events that tell the incident (1) and leaves out 5.",
    ]);
    expect(draftPostmortem(input({ timeline: timeline(noise), allEvents: true })).record.timeline).toHaveLength(5);
  });
});

function roles(events: DraftInput['timeline']['events']): unknown {
  return draftPostmortem(input({ timeline: timeline(events) })).record.roles;
}

function epoch(instant: string | null): number {
  return instant === null ? Number.NaN : instantToEpoch(instant);
}
