import { toProse } from '#core/record';

import type { Block, View } from '../spec.ts';
import { claim, itemsAt, slice, textAt, unclaimed } from '../spec.ts';

const FENCED = /^(?:`{3,}|~{3,})[ \t]*mermaid[ \t]*\n([\s\S]*)\n(?:`{3,}|~{3,})[ \t]*$/u;

/** More entries than this make a diagram that nobody can read. */
const MOST_ENTRIES = 24;

/** A Mermaid `timeline` beside the table, drawn from its rows. Only a diagram that differs from them is kept in the record. */
export const mermaidTimeline: Block = {
  order: 8,
  render(view) {
    const diagram = textAt(view, 'timelineDiagram') ?? (view.hides('timelineDiagram') ? undefined : drawMermaid(view));
    return diagram === undefined ? null : `\`\`\`mermaid\n${diagram}\n\`\`\``;
  },
  read(section, findings) {
    for (const chunk of unclaimed(section, 'code')) {
      const match = FENCED.exec(slice(section, chunk).replaceAll(/\r\n?/gu, '\n'));
      const diagram = toProse(match?.[1] ?? '');
      if (diagram === undefined || !/^\s*timeline\b/u.test(diagram)) continue;
      claim(section, chunk);
      if (/\{\{TIME/u.test(diagram)) findings.aside(slice(section, chunk));
      else if (diagram !== drawMermaid(findings)) findings.set('timelineDiagram', diagram);
    }
  },
};

/** The rows that name moments, or all rows where none does. */
function drawMermaid(view: Pick<View, 'get'>): string | undefined {
  const rows = itemsAt(view, 'timeline');
  const named = rows.filter((row) => Array.isArray(row['moments']));
  const shown = named.length > 1 ? named : rows;
  if (shown.length === 0 || shown.length > MOST_ENTRIES) return undefined;
  const lines = shown.map((row) => `    ${plain(timeOf(row['at']))} : ${plain(String(row['text']))}`);
  return ['timeline', '    title Incident Timeline', ...lines].join('\n');
}

function timeOf(at: unknown): string {
  if (typeof at === 'string') return at;
  return typeof at === 'object' && at !== null && 'written' in at ? String(at.written) : '–';
}

/** Mermaid ends a text at a colon and takes a hash for an entity. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim().replaceAll(':', '∶').replaceAll('#', '♯').replaceAll(';', ',');
}
