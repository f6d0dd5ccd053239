import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { apart, contrast, type Linear, linear, over, SIGHTS } from './colour.fixture.ts';

const CSS = readFileSync(new URL('../../src/web/styles/tokens.css', import.meta.url), 'utf8');
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const TOKENS = new Map(
  [...CSS.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\);/gu)].map(([, name, light, dark]) => [
    name ?? '',
    { light: light ?? '', dark: dark ?? '' },
  ]),
);

/** A token as it shows on a ground, where it may let some of it through. */
function colour(name: string, theme: Theme, ground = '--colour-paper'): Linear {
  const token = TOKENS.get(name.replace(/^--/u, ''));
  if (token === undefined) throw new Error(`There is no token ${name}.`);
  const hex = token[theme];
  return hex.length === 9 ? over(hex, colour(ground, theme)) : linear(hex);
}

const SURFACES = ['--colour-canvas', '--colour-paper', '--colour-raised', '--colour-sunken', '--colour-hover'];
const PHASES = ['detection', 'response', 'diagnosis', 'mitigation', 'recovery'].map((phase) => `--phase-${phase}`);

describe.each(THEMES)('the %s theme', (theme) => {
  it.each(['--colour-ink', '--colour-ink-soft', '--colour-ink-faint', '--colour-accent', '--colour-accent-strong'])(
    'lets %s be read on every surface',
    (ink) => {
      const unread = SURFACES.filter((surface) => contrast(colour(ink, theme), colour(surface, theme)) < 4.5);
      expect(unread).toEqual([]);
    },
  );

  it.each([
    ['--colour-on-accent', '--colour-accent-fill'],
    ['--colour-accent-strong', '--colour-accent-wash'],
    ['--colour-ink', '--colour-accent-wash'],
    ['--colour-ink', '--colour-selected'],
    ['--colour-ink', '--colour-mark'],
    ['--colour-danger', '--colour-danger-wash'],
    ['--colour-danger', '--colour-paper'],
    ['--colour-ink', '--colour-danger-wash'],
    ['--colour-on-accent', '--colour-danger-fill'],
    ['--colour-warning', '--colour-warning-wash'],
    ['--colour-ink', '--colour-warning-wash'],
    ['--colour-success', '--colour-success-wash'],
    ['--colour-success', '--colour-paper'],
  ])('lets %s be read on %s', (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['--colour-line-strong', '--colour-accent', ...PHASES])('makes %s seen as a shape', (shape) => {
    const surfaces = ['--colour-paper', '--colour-raised'];
    const unseen = surfaces.filter((surface) => contrast(colour(shape, theme), colour(surface, theme)) < 3);
    expect(unseen).toEqual([]);
  });

  it.each(Object.keys(SIGHTS) as (keyof typeof SIGHTS)[])('keeps the phases apart for %s sight', (sight) => {
    const seen = PHASES.map((phase) => SIGHTS[sight](colour(phase, theme)));
    for (const [index, one] of seen.entries()) {
      for (const other of seen.slice(index + 1)) expect(apart(one, other)).toBeGreaterThan(0.1);
    }
  });
});
