import { describe, expect, it } from 'vitest';

import { isAdverb, isParticiple, verbForms } from './english-grammar.ts';
import { splitSentences } from './split-sentences.ts';

function isVerbIn(text: string): boolean {
  const [first, second] = splitSentences(text)[0]?.tokens ?? [];
  return first !== undefined && isParticiple(first, second);
}

describe('English grammar', () => {
  it.each([
    ['tested', 'test'],
    ['rolled', 'roll'],
    ['stopped', 'stop'],
    ['verified', 'verify'],
    ['noticed', 'notice'],
    ['caused', 'cause'],
    ['changed', 'change'],
    ['escalated', 'escalate'],
    ['prepared', 'prepare'],
    ['checked', 'check'],
    ['deployed', 'deploy'],
    ['monitored', 'monitor'],
    ['released', 'release'],
    ['configured', 'configure'],
    ['assigned', 'assign'],
    ['restored', 'restore'],
    ['reviewed', 'review'],
    ['merged', 'merge'],
    ['asked', 'ask'],
    ['failed', 'fail'],
    ['started', 'start'],
    ['added', 'add'],
    ['seen', 'see'],
    ['written', 'write'],
    ['run', 'run'],
    ['announced', 'announce'],
    ['documented', 'document'],
    ['informed', 'inform'],
    ['used', 'use'],
    ['planned', 'plan'],
    ['fixed', 'fix'],
    ['updated', 'update'],
    ['declared', 'declare'],
    ['realised', 'realise'],
    ['disabled', 'disable'],
    ['called', 'call'],
  ])('knows that %s comes from %s', (past, base) => {
    expect(verbForms(past).base).toBe(base);
  });

  it('tells a deed from a description', () => {
    expect(isVerbIn('tested the restore')).toBe(true);
    expect(isVerbIn('tested restores')).toBe(false);
    expect(isVerbIn('rolled back')).toBe(true);
    expect(isVerbIn('need it')).toBe(false);
  });

  it('knows adverbs by list and by form', () => {
    const [token] = splitSentences('carefully')[0]?.tokens ?? [];
    const [reply] = splitSentences('reply')[0]?.tokens ?? [];
    expect(token !== undefined && isAdverb(token)).toBe(true);
    expect(reply !== undefined && isAdverb(reply)).toBe(false);
  });
});
