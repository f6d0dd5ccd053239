import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { runCli } from '../support/run-cli.ts';
import { SMALL_INCIDENT } from '../support/small-incident.ts';
import { workDirectory } from '../support/work-directory.ts';

const TEMPLATE = `---
label: Shop incident report
zone: UTC
folder: docs/incidents
fileName: '{date}-{title}.md'
incidentId: 'SHOP-{year}-{n:4}'
---

# Incident {{title}}

| Fact     | Value              |
| -------- | ------------------ |
| Incident | {{incident.id}}    |
| Day      | {{incident.date}}  |
| Severity | {{severity.label}} |

## Summary

{{summary.text: What users saw, and for how long}}

## Timeline

| Time            | Event             |
| --------------- | ----------------- |
| {{timeline.at}} | {{timeline.text}} |

## Cause

{{rootCause.systemic}}

## To do

| What             | Who               | Until           |
| ---------------- | ----------------- | --------------- |
| {{actions.text}} | {{actions.owner}} | {{actions.due}} |
`;

const TEAM = {
  'nevertwice.yaml':
    'template: shop-report\ndialects: [shop-report.template.md]\nquestions:\n  - ask: Was money moved twice?\n    mandatory: true\n',
  'shop-report.template.md': TEMPLATE,
};

describe("a team's own template", () => {
  it('gives new documents their place, their number and the questions of the team', async () => {
    const cwd = workDirectory(TEAM);
    const { code, stderr, stdout } = await runCli(['new', 'Checkout outage', '--date', '2026-02-23'], { cwd });
    expect([code, stderr]).toEqual([0, expect.anything()]);
    const file = join('docs', 'incidents', '2026-02-23-checkout-outage.md');
    expect(stdout).toContain(file);
    const text = readFileSync(join(cwd, file), 'utf8');
    expect(text).toContain('# Incident Checkout outage');
    expect(text).toContain('SHOP-2026-0001');
    expect(text).toContain('Was money moved twice?');
  });

  it('is drafted from evidence, read by import, and converted both ways without losing a row', async () => {
    const cwd = workDirectory({ ...TEAM, ...SMALL_INCIDENT });
    const drafted = await runCli(['draft', 'evidence', '--template', 'shop-report', '-o', 'draft.md'], { cwd });
    expect(drafted.code).toBe(0);
    const rows = async (file: string): Promise<{ dialect: string; texts: readonly string[] }> => {
      const { stdout } = await runCli(['import', file, '--json'], { cwd });
      const { dialect, record } = JSON.parse(stdout) as {
        dialect: string;
        record: { timeline: readonly { text: string }[] };
      };
      return { dialect, texts: record.timeline.map(({ text }) => text) };
    };
    const own = await rows('draft.md');
    expect(own.dialect).toBe('shop-report');
    expect(own.texts.length).toBeGreaterThan(2);
    await runCli(['convert', 'draft.md', '--to', 'sev', '-o', 'sev.md'], { cwd });
    await runCli(['convert', 'sev.md', '--to', 'shop-report', '-o', 'back.md'], { cwd });
    expect(await rows('sev.md')).toEqual({ dialect: 'sev', texts: own.texts });
    expect(await rows('back.md')).toEqual(own);
  });

  it('is checked with the mandatory questions of the team', async () => {
    const cwd = workDirectory(TEAM);
    await runCli(['new', 'Checkout outage', '--date', '2026-02-23', '-o', 'pm.md'], { cwd });
    const { stdout } = await runCli(['check', 'pm.md', '--json'], { cwd });
    expect(stdout).toContain('question-unanswered');
  });

  it('tells where it is wrong, with the word that was probably meant, and is not used', async () => {
    const cwd = workDirectory({
      ...TEAM,
      'shop-report.template.md': TEMPLATE.replace('{{actions.owner}}', '{{actions.ower}}'),
    });
    const { code, stderr } = await runCli(['new', 'Checkout outage', '--date', '2026-02-23'], { cwd });
    expect(stderr).toMatch(/shop-report\.template\.md:\d+/u);
    expect(stderr).toContain('Write “owner”');
    expect(code).toBe(2);
    expect(readdirSync(cwd)).not.toContain('docs');
  });
});
