import type { Rule } from './rule.ts';

/** What the wordings of `blame-wordings.data.ts` are about. */
export const BLAME_RULES: readonly Rule[] = [
  {
    code: 'blame-human-error',
    family: 'blameless',
    severity: 'warning',
    title: 'Human error as a cause',
    why: 'Human error is where the questions start: what made the mistake possible, and what did not stop it?',
    help: 'Say what made it possible, and what did not stop it.',
    examples: {
      bad: ['The cause was human error.'],
      good: ['The console offered both clusters under the same name, and nothing asked which one was meant.'],
    },
  },
  {
    code: 'blame-word',
    family: 'blameless',
    severity: 'warning',
    title: 'Words that judge a person',
    why: 'Blame makes people hide what they know, and explains nothing that can be changed.',
    help: 'Leave it out.',
    examples: { bad: ['A careless change broke the pool.'], good: ['A change halved the pool.'] },
  },
  {
    code: 'blame-counterfactual',
    family: 'blameless',
    severity: 'warning',
    title: 'What people did not do',
    why: 'It measures people against what was known only later, and tells nothing of what happened.',
    help: 'Say what was known then and what was done.',
    examples: {
      bad: ['The engineer failed to check the pool.', 'We should have seen it.'],
      good: ['The dashboard showed the pool of another cluster.'],
    },
  },
  {
    code: 'blame-hindsight',
    family: 'blameless',
    severity: 'warning',
    title: 'Plain only afterwards',
    why: 'What is plain now was not plain then.',
    help: 'Leave it out.',
    examples: { bad: ['Obviously the pool was full.'], good: ['The pool was full.'] },
  },
  {
    code: 'blame-belittling',
    family: 'blameless',
    severity: 'warning',
    title: 'Words that make light of the work',
    why: 'What looks small in a report was hard at the time.',
    help: 'Leave it out.',
    examples: { bad: ['They simply had to restart it.'], good: ['A restart cleared the pool.'] },
  },
];
