import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { beforeAll, describe, expect, it } from 'vitest';

import { runCli } from '../support/run-cli.ts';
import { workDirectory } from '../support/work-directory.ts';

interface Truth {
  readonly moments: readonly { readonly kind: string; readonly at: string; readonly toleranceSeconds: number }[];
  readonly impactPeriods: readonly {
    readonly from: string;
    readonly to: string;
    readonly lastFailedCheckout: string;
  }[];
  readonly trigger: { readonly commit: string };
  readonly durations: readonly {
    readonly dialect: string;
    readonly label: string;
    readonly seconds: number;
    readonly tolerance: number;
  }[];
  readonly records: Readonly<Record<string, number>>;
  readonly unreadable: readonly string[];
}

interface DemoJson {
  readonly file: string;
  readonly moments: readonly { readonly kind: string; readonly at: { readonly instant: string } }[];
  readonly impactPeriods: readonly {
    readonly from: { readonly instant: string };
    readonly to: { readonly instant: string } | null;
  }[];
  readonly suspects: readonly { readonly event: string; readonly text: string }[];
  readonly durations: readonly { readonly label: string; readonly value: { readonly seconds?: number } }[];
  readonly evidence: readonly { readonly file: string; readonly label: string | null; readonly events: number }[];
  readonly record: { readonly suspects?: readonly string[] };
}

const EXAMPLE = fileURLToPath(new URL('../../examples/checkout-outage', import.meta.url));
const truth = JSON.parse(readFileSync(join(EXAMPLE, 'truth.json'), 'utf8')) as Truth;

async function demo(template: string): Promise<DemoJson> {
  const { code, stdout, stderr } = await runCli(['demo', '--template', template, '--json', '--out', '.'], {
    cwd: workDirectory(),
  });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as DemoJson;
}

/** Seconds between two instants. */
function apart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 1000;
}

describe('nevertwice demo', () => {
  let shown: DemoJson;

  beforeAll(async () => {
    shown = await demo('operations');
  });

  // What set the second period off is in the story; a moment of which nothing in the evidence speaks is not suggested.
  const suggested = new Set(truth.moments.map(({ kind }) => kind).filter((kind) => kind !== 'triggered'));

  it.each([...suggested])('finds when "%s" was, as the story tells it', (kind) => {
    const found = shown.moments.find((moment) => moment.kind === kind)?.at.instant ?? 'not found';
    const told = truth.moments.filter((moment) => moment.kind === kind);
    expect(told.map(({ at, toleranceSeconds }) => apart(found, at) <= toleranceSeconds)).toContain(true);
  });

  it('finds both impact periods', () => {
    expect(shown.impactPeriods).toHaveLength(truth.impactPeriods.length);
    for (const [index, { from, to, lastFailedCheckout }] of truth.impactPeriods.entries()) {
      const found = shown.impactPeriods[index];
      expect(apart(found?.from.instant ?? '', from)).toBeLessThanOrEqual(5);
      const end = Date.parse(found?.to?.instant ?? '');
      expect(end).toBeGreaterThanOrEqual(Date.parse(lastFailedCheckout) - 5000);
      expect(end).toBeLessThanOrEqual(Date.parse(to) + 30_000);
    }
  });

  it('suspects the right change first', () => {
    expect(shown.suspects[0]?.text).toBe('Tidy up checkout-api configuration');
    expect(shown.record.suspects?.[0]).toMatch(/^12:31 Tidy up checkout-api configuration/u);
  });

  it.each(truth.durations)('computes $label as $dialect defines it', async ({ dialect, label, seconds, tolerance }) => {
    const { durations } = dialect === 'operations' ? shown : await demo(dialect);
    const found = durations.find((duration) => sameLabel(duration.label, label));
    expect(Math.abs((found?.value.seconds ?? Number.NaN) - seconds)).toBeLessThanOrEqual(tolerance);
  });

  it('recognises every file that somebody can read, and says which nobody can', () => {
    const unread = shown.evidence.filter(({ label }) => label === null).map(({ file }) => file.split('/').at(-1));
    expect(unread).toEqual(truth.unreadable);
    const empty = shown.evidence.filter(({ label, events }) => label !== null && events === 0);
    const told = Object.entries(truth.records).filter(([, records]) => records === 0);
    expect(empty).toHaveLength(told.length - truth.unreadable.length);
  });

  it('writes the draft that it shows', () => {
    expect(shown.file).toMatch(/^docs\/operations\/post-mortems\/POST-MORTEM-2026-03-17-[a-z-]+\.md$/u);
  });

  it('fits into eighty columns', async () => {
    const { stdout } = await runCli(['demo'], { env: { COLUMNS: '80' } });
    const paths = /nevertwice-|--zone/u;
    const wide = stdout.split('\n').filter((line) => line.length > 80 && !paths.test(line));
    expect(wide).toEqual([]);
  });
});

function sameLabel(a: string, b: string): boolean {
  return a.toLowerCase().split(' (')[0] === b.toLowerCase().split(' (')[0];
}
