import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { readDialectFile, readTeamFile } from '#core/team-file';

const page = readFileSync(join(import.meta.dirname, '../docs/guide/own-template.md'), 'utf8');
const blocks = [...page.matchAll(/^```(yaml|markdown)\n([\s\S]*?)^```$/gmu)].map(([, kind, text]) => ({
  kind: kind ?? '',
  text: text ?? '',
}));

describe('the guide to own templates', () => {
  it('shows templates that are read without a finding', () => {
    const templates = blocks.filter(({ kind, text }) => kind === 'markdown' || text.includes('sections:'));
    expect(templates).toHaveLength(2);
    for (const { kind, text } of templates) {
      const { dialect, findings } = readDialectFile(text, kind === 'yaml' ? 'shop.yaml' : 'shop-report.template.md');
      expect(findings).toEqual([]);
      expect(dialect?.sections.length).toBeGreaterThan(5);
    }
  });

  it('shows settings that are read without a finding', () => {
    const settings = blocks.filter(({ kind, text }) => kind === 'yaml' && !text.includes('sections:'));
    expect(settings).toHaveLength(2);
    for (const { text } of settings) expect(readTeamFile(text, { rules: ['prompt-left'] }).findings).toEqual([]);
  });
});
