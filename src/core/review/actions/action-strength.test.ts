import { describe, expect, it } from 'vitest';

import { actionStrength, tellsThePast } from './action-strength.ts';
import { inflections, plural } from './inflections.ts';
import { STRENGTH_WORDS, STRENGTHS } from './strength-words.data.ts';

describe('the strength of an action', () => {
  it.each([
    ['Remove the old cluster from the configuration', 'eliminate'],
    ['Automate the rotation of certificates', 'eliminate'],
    ['We should replace the shared password', 'eliminate'],
    ['Migrating orders to the new store', 'eliminate'],
    ['Add a test for empty carts', 'guard'],
    ['Block deployments without a review', 'guard'],
    ['Set up a circuit breaker in front of payments', 'guard'],
    ['The job is tested in staging first', 'guard'],
    ['Add an alert when the runbook is out of date', 'detect'],
    ['**Monitoring**: page on-call when the pool is full', 'detect'],
    ['Improve the dashboard', 'detect'],
    ['Write a runbook for the alert', 'document'],
    ['Update the alert runbook', 'document'],
    ['Document how to remove a node', 'document'],
    ['[OPS-7](https://tickets.example/OPS-7) Describe the failover', 'document'],
    ['Train everyone on the new guard', 'train'],
    ['Schedule a workshop', 'train'],
    ['Be more careful with migrations', 'train'],
  ])('%j is %s', (text, strength) => {
    expect(actionStrength(text).strength).toBe(strength);
  });

  it('is that of what a fix is about: to fix an alert is to detect', () => {
    expect(actionStrength('Fix the alert on the pool').strength).toBe('detect');
    expect(actionStrength('Fix the pool that pages show').strength).toBe('eliminate');
  });

  it('is that of the strongest step', () => {
    expect(actionStrength('Document the pool, and remove the second connection').strength).toBe('eliminate');
    expect(actionStrength('Alert on the pool and document it').strength).toBe('detect');
  });

  it('gives the word that it rests on', () => {
    expect(actionStrength('Add an alert')).toEqual({
      strength: 'detect',
      why: '“alert” shows the problem sooner, but does not prevent it.',
    });
  });

  it.each(['Investigate why the alert was late', 'Workers view', '', 'https://tickets.example/7'])(
    'is unclear where no word says what changes: %j',
    (text) => {
      expect(actionStrength(text)).toEqual({ strength: 'unclear', why: 'No word says what it changes.' });
    },
  );

  it('has words for each class, each word once', () => {
    expect(STRENGTH_WORDS.map(({ strength }) => strength)).toEqual([...STRENGTHS]);
    for (const words of [
      STRENGTH_WORDS.flatMap(({ verbs }) => verbs),
      STRENGTH_WORDS.flatMap(({ objects }) => objects),
    ]) {
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    }
  });

  it.each(STRENGTH_WORDS.flatMap(({ strength, verbs }) => verbs.map((verb) => [verb, strength] as const)))(
    'is read from the verb %j: %s',
    (verb, strength) => {
      expect(actionStrength(`${verb} everything`).strength).toBe(strength);
    },
  );

  it.each(STRENGTH_WORDS.flatMap(({ strength, objects }) => objects.map((noun) => [noun, strength] as const)))(
    'is read from what is added, %j: %s',
    (noun, strength) => {
      expect(actionStrength(`Add a new ${noun}`).strength).toBe(strength);
    },
  );
});

it('knows what is told as done', () => {
  expect(['Added an alert', 'Rewrote the pool', 'Dropped the table'].map(tellsThePast)).toEqual([true, true, true]);
  expect(['Add an alert', 'Shared pool', 'Red alert'].map(tellsThePast)).toEqual([false, true, false]);
});

it('spells English', () => {
  expect(inflections('stop')).toEqual({ present: ['stop', 'stops', 'stopping'], past: ['stopped'] });
  expect(inflections('remove')).toEqual({ present: ['remove', 'removes', 'removing'], past: ['removed'] });
  expect(inflections('verify')).toEqual({ present: ['verify', 'verifies', 'verifying'], past: ['verified'] });
  expect(inflections('roll back').present).toContain('rolling back');
  expect(inflections('deploy').past).toEqual(['deployed']);
  expect(inflections('write').past).toEqual(['wrote', 'written']);
  expect(['policy', 'patch', 'retry', 'delay'].map(plural)).toEqual(['policies', 'patches', 'retries', 'delays']);
});
