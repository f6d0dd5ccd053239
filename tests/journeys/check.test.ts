import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';

import { runCli } from '../support/run-cli.ts';
import { workDirectory } from '../support/work-directory.ts';

const GOOD = `# Post-Mortem: Checkout outage

**Incident ID:** INC-2026-02-23-001
**Date:** 2026-02-23
**Severity:** SEV-2
**Duration:** 18 minutes
**Impact:** 4 % of checkouts failed; nothing was lost.
**Authors:** @mei, @omar
**Status:** Final

---

## Executive Summary

On 23 February checkout answered with errors for 18 minutes. A deployment made the connection pool smaller than the
traffic needs. The service refuses to start with such a pool from now on.

---

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 10:02 | First errors in checkout after the deployment of 10:01 |
| 10:05 | Alert fired: checkout error rate above 2 % |
| 10:08 | @mei declares the incident |
| 10:20 | Rolled back; errors end, confirmed on the dashboard |

---

## Root Cause

The deployment set the pool of checkout to 5 connections. No check compares the pool with the traffic.

---

## Contributing Factors

- The setting has no lower bound

---

## What Went Well

- The alert came within three minutes

---

## What Went Poorly

- The dashboard of the pool was not linked from the alert

---

## Action Items

| Action | Owner | Priority | Due |
|---|---|---|---|
| Refuse a pool below 50 connections when checkout starts; a test proves it | @mei | P1 | 2099-03-09 |
| Link the pool dashboard from the alert on checkout errors | @omar | P2 | 2099-03-16 |
`;

const BLAMING = GOOD.replace('No check compares', 'Obviously, no check compares').replace(
  'The deployment set the pool of checkout to 5 connections.',
  'The root cause was human error: Bob failed to look at the pool.',
);

interface CheckJson {
  readonly summary: Readonly<Record<'error' | 'warning' | 'info', number>>;
  readonly documents: readonly {
    readonly file: string;
    readonly dialect: string;
    readonly findings: readonly { readonly code: string; readonly place: { readonly line: number } }[];
    readonly suppressed: readonly { readonly code: string; readonly reason: string }[];
  }[];
  readonly remarks: readonly { readonly code: string }[];
}

function codesIn(stdout: string): string[] {
  return (JSON.parse(stdout) as CheckJson).documents.flatMap(({ findings }) => findings.map(({ code }) => code));
}

describe('nevertwice check', () => {
  it('is quiet on a good document', async () => {
    const { code, stdout } = await runCli(['check', 'pm.md', '--level', 'warning'], {
      cwd: workDirectory({ 'pm.md': GOOD }),
    });
    expect(stdout).toBe('✓ 1 document checked, nothing found.\n');
    expect(code).toBe(0);
  });

  it('tells people line, severity, why and what to do', async () => {
    const { code, stdout } = await runCli(['check', 'pm.md'], { cwd: workDirectory({ 'pm.md': BLAMING }) });
    expect(stdout).toMatch(/^ +\d+:\d+ +warning +“human error”/mu);
    expect(stdout).toContain('blame-human-error');
    expect(stdout).toMatch(/0 errors, \d+ warnings?, \d+ pieces? of advice in 1 document\./u);
    expect(code).toBe(0);
  });

  it('fails from the severity that is asked for', async () => {
    const cwd = workDirectory({ 'pm.md': BLAMING });
    expect((await runCli(['check', 'pm.md', '--fail-on', 'warning'], { cwd })).code).toBe(1);
    expect((await runCli(['check', 'pm.md', '--fail-on', 'never'], { cwd })).code).toBe(0);
  });

  it('follows the team file, from a directory above, too', async () => {
    const team = 'rules:\n  blame-human-error: error\n  blame-hindsight: off\nignore:\n  - drafts/**\n';
    const cwd = workDirectory({ 'nevertwice.yaml': team, 'docs/pm.md': BLAMING, 'drafts/pm.md': BLAMING });
    const { code, stdout } = await runCli(['check', '.', '--format', 'json'], { cwd });
    const { documents } = JSON.parse(stdout) as CheckJson;
    expect(documents.map(({ file }) => file)).toEqual([join('docs', 'pm.md')]);
    expect(codesIn(stdout)).not.toContain('blame-hindsight');
    expect(code).toBe(1);
    const below = await runCli(['check', 'pm.md', '--json'], { cwd: join(cwd, 'docs') });
    expect(below.code).toBe(1);
  });

  it('says where a team file is wrong, and goes on', async () => {
    const cwd = workDirectory({ 'nevertwice.yaml': 'rules:\n  blame-humen-error: error\nrulez: {}\n', 'pm.md': GOOD });
    const { code, stderr, stdout } = await runCli(['check', 'pm.md', '--level', 'warning'], { cwd });
    expect(stderr).toMatch(/nevertwice\.yaml:3:1/u);
    expect(stdout).toContain('1 document');
    expect(code).toBe(1);
  });

  it('refuses a team file that is not there', async () => {
    const { code, stderr } = await runCli(['check', 'pm.md', '--config', 'no.yaml'], {
      cwd: workDirectory({ 'pm.md': GOOD }),
    });
    expect(stderr).toContain('There is no file or directory "no.yaml".');
    expect(code).toBe(3);
  });

  it('keeps what a comment suppresses, with its reason', async () => {
    const text = BLAMING.replace(
      'human error:',
      'human error <!-- nevertwice-ignore blame-human-error: the term of the audit -->:',
    );
    const { stdout } = await runCli(['check', '-', '--json'], { input: text });
    const [document] = (JSON.parse(stdout) as CheckJson).documents;
    expect(document?.suppressed).toMatchObject([{ code: 'blame-human-error', reason: 'the term of the audit' }]);
    expect(document?.file).toBe('standard input');
  });

  it('goes on past what cannot be read, and ends with 3', async () => {
    const cwd = workDirectory({ 'a.md': GOOD, 'b.md': Buffer.from([0, 1, 2, 3, 0, 0]) });
    const { code, stdout } = await runCli(['check', 'b.md', 'missing.md', 'a.md', '--json'], { cwd });
    const { documents, remarks } = JSON.parse(stdout) as CheckJson;
    expect(documents.map(({ file }) => file)).toEqual(['a.md']);
    expect(remarks.map((remark) => remark.code).toSorted()).toEqual(['file-binary', 'path-missing']);
    expect(code).toBe(3);
  });

  it('is given something to read', async () => {
    const { code, stderr } = await runCli(['check']);
    expect(stderr).toContain('"nevertwice check" was given nothing to read.');
    expect(code).toBe(2);
  });
});

describe('the reports of a check', () => {
  it('are valid SARIF with rules, regions and suppressions', async () => {
    const text = BLAMING.replace('human error:', 'human error <!-- nevertwice-ignore blame-human-error: cited -->:');
    const cwd = workDirectory({ 'docs/Größe 1.md': text });
    const { stdout } = await runCli(['check', 'docs/Größe 1.md', '--format', 'sarif'], { cwd });
    const log = JSON.parse(stdout) as Sarif;
    // The schema names draft 4, of which it uses only what later drafts have, too.
    const { $schema: _draft, id: _id, ...schema } = sarifSchema;
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile<Sarif>(schema);
    expect(validate(log) ? [] : validate.errors).toEqual([]);
    const [run] = log.runs;
    const suppressed = run?.results.find(({ suppressions }) => suppressions !== undefined);
    expect(suppressed).toMatchObject({
      ruleId: 'blame-human-error',
      suppressions: [{ kind: 'inSource', justification: 'cited' }],
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'docs/Gr%C3%B6%C3%9Fe%201.md' }, region: { startLine: 35 } } },
      ],
    });
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('are annotations for GitHub, on one line each, with what would break them escaped', async () => {
    const cwd = workDirectory({ 'a,b: 100%.md': BLAMING });
    const { stdout } = await runCli(['check', 'a,b: 100%.md', '--format', 'github'], { cwd });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines)
      expect(line).toMatch(
        /^::(?:error|warning|notice) file=a%2Cb%3A 100%25\.md,line=\d+,col=\d+,[^:]*title=[a-z-]+::\S/u,
      );
  });

  it('are well-formed JUnit with a failure for each warning', async () => {
    const cwd = workDirectory({ 'a.md': BLAMING.replace('Bob', 'Bob <b>&\u0007') });
    const { stdout } = await runCli(['check', 'a.md', '--format', 'junit'], { cwd });
    const reader = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
    // Asked to validate, it refuses what is not well-formed.
    // oxlint-disable-next-line typescript/no-deprecated -- what replaces it is a package of its own
    const { testsuites } = reader.parse(stdout, true) as JUnit;
    const suite = testsuites.testsuite;
    expect(suite.testcase.filter(({ failure }) => failure !== undefined)).toHaveLength(Number(suite.failures));
    expect(suite.testcase).toHaveLength(Number(suite.tests));
  });

  it('go to a file on demand', async () => {
    const cwd = workDirectory({ 'a.md': BLAMING });
    const { stderr, stdout } = await runCli(['check', 'a.md', '--format', 'sarif', '-o', 'out/check.sarif'], { cwd });
    expect(stdout).toBe('');
    expect(stderr).toMatch(/warnings?, .* in 1 document/u);
    expect(JSON.parse(readFileSync(join(cwd, 'out', 'check.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });
});

describe('nevertwice check --fix', () => {
  it('puts right what needs no judgement and leaves every other byte', async () => {
    const cwd = workDirectory({ 'a.md': `\uFEFF${BLAMING.replaceAll('\n', '\r\n')}` });
    const { stderr } = await runCli(['check', 'a.md', '--fix'], { cwd });
    expect(stderr).toContain('put right in the files.');
    const now = readFileSync(join(cwd, 'a.md'), 'utf8');
    expect(now).toBe(`\uFEFF${BLAMING.replace('Obviously, no check', 'No check').replaceAll('\n', '\r\n')}`);
    const again = await runCli(['check', 'a.md', '--fix'], { cwd });
    expect(again.stderr).not.toContain('put right');
  });

  it('leaves a file alone that it would not write back exactly', async () => {
    const bytes = Buffer.concat([Buffer.from(BLAMING), Buffer.from('äöüß äöüß '), Buffer.from([0xc3, 0x28, 0x0a])]);
    const cwd = workDirectory({ 'a.md': bytes });
    const { code, stderr } = await runCli(['check', 'a.md', '--fix'], { cwd });
    expect(stderr).toContain('could not be written back exactly');
    expect(readFileSync(join(cwd, 'a.md'))).toEqual(bytes);
    expect(code).toBe(3);
  });

  it('has no file to put right on standard input', async () => {
    const { code, stderr } = await runCli(['check', '-', '--fix'], { input: GOOD });
    expect(stderr).toContain('--fix and standard input do not go together');
    expect(code).toBe(2);
  });
});

describe('nevertwice check --explain', () => {
  it('tells what a rule looks for, why, and examples', async () => {
    const { code, stdout } = await runCli(['check', '--explain', 'blame-counterfactual']);
    expect(stdout).toMatch(/^blame-counterfactual · \w+ · blameless$/mu);
    expect(stdout).toMatch(/^✗ /mu);
    expect(stdout).toMatch(/^✓ /mu);
    expect(code).toBe(0);
  });

  it('lists all rules without a code', async () => {
    const { stdout } = await runCli(['check', '--explain']);
    expect(stdout).toMatch(/^ {2}missing-timeline +warning +No timeline$/mu);
  });

  it('names the nearest rules where there is none of that code', async () => {
    const { code, stderr } = await runCli(['check', '--explain', 'counterfactuals']);
    expect(stderr).toContain('There is no rule "counterfactuals"; near it are blame-counterfactual');
    expect(code).toBe(2);
  });
});

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly suppressions?: readonly object[];
    }[];
  }[];
}

interface JUnit {
  readonly testsuites: {
    readonly testsuite: {
      readonly tests: string;
      readonly failures: string;
      readonly testcase: readonly { readonly failure?: object }[];
    };
  };
}
