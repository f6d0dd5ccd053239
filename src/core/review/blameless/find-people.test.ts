import { describe, expect, it } from 'vitest';

import { ENGLISH_PEOPLE } from './english-words.data.ts';
import { peopleFinder } from './find-people.ts';
import { splitSentences } from './split-sentences.ts';

/** Who is named in the last sentence of a text, by the words that name them first. */
function named(text: string, names: readonly string[] = []): string[] {
  const sentences = splitSentences(text);
  const sentence = sentences.at(-1);
  if (sentence === undefined) return [];
  const found = peopleFinder(ENGLISH_PEOPLE, names).find(sentence, sentences.at(-2));
  return [...found].map(([at, { kind }]) => `${sentence.tokens[at]?.norm ?? ''}: ${kind}`);
}

describe('the finder of people', () => {
  it('knows one of us, roles with what describes them, users and nobody', () => {
    expect(named('We asked.')).toEqual(['we: first']);
    expect(named('A new backend engineer asked.')).toContain('a: actor');
    expect(named('The customers asked.')).toContain('the: party');
    expect(named('Nobody asked.')).toEqual(['nobody: nobody']);
  });

  it('knows common given names, given names and handles', () => {
    expect(named('Bob asked.')).toEqual(['bob: name']);
    expect(named('Zorana asked.')).toEqual([]);
    expect(named('Zorana asked.', ['Zorana Petrović'])).toEqual(['zorana: name']);
    expect(named('zpetrovic asked @bea.', ['@zpetrovic'])).toEqual(['zpetrovic: name', '@bea: name']);
  });

  it('takes “they” for people where people were named before, or nothing was', () => {
    expect(named('They asked.')).toEqual(['they: third']);
    expect(named('The engineer left. They asked.')).toEqual(['they: third']);
    expect(named('The pods restarted. They asked.')).toEqual([]);
  });

  it('takes software for software', () => {
    expect(named('The operator reconciles the pods of Kubernetes.')).toEqual([]);
    expect(named('It was due to the Workflow Manager.')).toEqual([]);
    expect(named('Use @posthog/agent for it.')).toEqual([]);
  });
});
