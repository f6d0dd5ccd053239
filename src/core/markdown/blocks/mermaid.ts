import type { Block } from '../spec.ts';
import { claim, itemsAt, slice, textAt, unclaimed } from '../spec.ts';

const FENCED = /^```mermaid\n([\s\S]*)\n```$/u;

/** A Mermaid `timeline` beside the table. Only a diagram that differs from the rows is kept in the record. */
export const mermaidTimeline: Block = {
  order: 1,
  render(view) {
    const own = textAt(view, 'timelineDiagram');
    if (own !== undefined) return `\`\`\`mermaid\n${own}\n\`\`\``;
    return null;
  },
  read(section, findings) {
    for (const chunk of unclaimed(section, 'code')) {
      const match = FENCED.exec(slice(section, chunk).replaceAll(/\r\n?/gu, '\n'));
      if (match?.[1] === undefined || !/^\s*timeline\b/u.test(match[1])) continue;
      claim(section, chunk);
      if (/\{\{TIME/u.test(match[1])) findings.aside(slice(section, chunk));
      else findings.set('timelineDiagram', match[1]);
    }
  },
};

/** A Mermaid timeline of the rows, for records that have no diagram of their own. */
export function drawMermaid(view: Parameters<Block['render']>[0], title: string): string {
  const rows = itemsAt(view, 'timeline').flatMap((row) => {
    const at = row['at'];
    const time = typeof at === 'object' && at !== null && 'written' in at ? String(at.written) : '–';
    return [`    ${plain(time)} : ${plain(String(row['text']))}`];
  });
  return ['timeline', `    title ${plain(title)}`, ...rows].join('\n');
}

/** Mermaid ends a text at a colon and takes a hash for an entity. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(':', '∶').replaceAll('#', '♯').replaceAll(';', ',');
}
