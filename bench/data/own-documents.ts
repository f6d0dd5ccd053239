import { type DialectId, DIALECT_IDS, parsePostmortem, renderPostmortem } from '#core/markdown';

import { type Chance, chance } from './chance.ts';
import { ALERTS, COMMITS, PEOPLE, REMARKS, SERVICES } from './log-patterns.data.ts';

/** A generated document and what it is written in. */
export interface OwnDocument {
  readonly dialect: DialectId;
  readonly markdown: string;
}

/** `count` filled post-mortems in the five dialects in turn, of 20 to 60 timeline rows and some prose. */
export function ownDocuments(count: number): OwnDocument[] {
  const random = chance(count);
  return Array.from({ length: count }, (_, index) => {
    const dialect = DIALECT_IDS[index % DIALECT_IDS.length]!;
    const { record } = parsePostmortem(draftText(random), { dialect: 'sev' });
    return { dialect, markdown: renderPostmortem(record, dialect).markdown };
  });
}

/** A document with the headings that the templates have in common. */
function draftText(random: Chance): string {
  const service = random.pick(SERVICES);
  const rows = Array.from({ length: 20 + random.below(40) }, (_, index) => timelineRow(random, index));
  const actions = Array.from({ length: 6 }, (_, index) => actionRow(random, index));
  return `# Post-Mortem: ${service} answered with errors

## Summary

${paragraph(random, 4)}

## Impact

${paragraph(random, 3)}

## Timeline

| Time (UTC) | Event |
| --- | --- |
${rows.join('\n')}

## Root Cause

${paragraph(random, 8)}

${paragraph(random, 5)}

## Contributing Factors

- ${paragraph(random, 1)}
- ${paragraph(random, 1)}
- ${paragraph(random, 1)}

## Action Items

| Action | Owner | Due | Status |
| --- | --- | --- | --- |
${actions.join('\n')}

## Lessons Learned

### What went well

- ${paragraph(random, 1)}
- ${paragraph(random, 1)}

### What went wrong

- ${paragraph(random, 2)}
- ${paragraph(random, 1)}
`;
}

function timelineRow(random: Chance, index: number): string {
  const minute = 8 * 60 + index * 4 + random.below(4);
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const said = random.next() < 0.5 ? `${random.pick(PEOPLE)}: ${random.pick(REMARKS)}` : paragraph(random, 1);
  return `| ${clock} | ${said} |`;
}

function actionRow(random: Chance, index: number): string {
  const day = String(1 + random.below(28)).padStart(2, '0');
  return `| ${random.pick(COMMITS)} | ${random.pick(PEOPLE)} | 2026-03-${day} | ${index % 2 === 0 ? 'Open' : 'Done'} |`;
}

/** Sentences with the emphasis, code and links that people write. */
function paragraph(random: Chance, sentences: number): string {
  return Array.from({ length: sentences }, () => {
    const [service, other] = [random.pick(SERVICES), random.pick(SERVICES)];
    const link = `[dashboard ${String(random.below(90))}](https://grafana.shop.example/d/${service})`;
    return random.pick([
      `The **${service}** waited for \`${other}\` until its pool was empty (${String(random.below(900))} s).`,
      `Alert *${random.pick(ALERTS)}* fired, see ${link}, and ${random.pick(PEOPLE)} acknowledged it.`,
      `Between 08:${String(10 + random.below(50))} and 09:12 about ${String(random.below(90))} % of requests to ${service} failed.`,
      `${random.pick(REMARKS)}; nobody had changed ${service} since “${random.pick(COMMITS)}”.`,
    ]);
  }).join(' ');
}
