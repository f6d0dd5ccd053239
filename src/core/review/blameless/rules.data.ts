import type { Rule } from '../rule.ts';
import { SOURCES } from './sources.data.ts';

/** Rules of this family. What they look for is in the tables of wordings beside this file. */
export const BLAMELESS_RULES: readonly Rule[] = [
  {
    code: 'blame-human-error',
    family: 'blameless',
    severity: 'warning',
    title: 'Human error as a cause',
    why: 'People err everywhere and always, so an error explains nothing and ends the search too early. The error is where the questions start: what made it possible, what made the step look right, and which guard did not stop it?',
    help: 'Name the condition that turned a slip into an incident, and what could have stopped it.',
    source: SOURCES.fieldGuide,
    examples: {
      bad: [
        'The outage was caused by human error.',
        'The engineer made a mistake while editing the route.',
        'We need to be more careful with production.',
      ],
      good: [
        'The tool accepted a route without a gateway and applied it to all regions at once.',
        'The dialog is there to prevent human error.',
        'Commands that delete a table now ask for its name.',
      ],
    },
  },
  {
    code: 'blame-word',
    family: 'blameless',
    severity: 'warning',
    title: 'Judging words',
    why: 'Words that judge tell how somebody feels about it, not what happened. Whoever expects to be judged keeps to themselves what others could learn from.',
    help: 'Leave the judgement out, and say what happened and which conditions led to it.',
    source: SOURCES.justCulture,
    examples: {
      bad: ['A careless deploy broke checkout.', 'The network team is to blame.', 'Somebody messed up the config.'],
      good: [
        'A deploy without a canary broke checkout.',
        'The load balancer is to blame for the latency: it retries twice.',
        'The module is loaded lazily.',
      ],
    },
  },
  {
    code: 'blame-counterfactual',
    family: 'blameless',
    severity: 'warning',
    title: 'What people should have done',
    why: '“Should have”, “could have” and “failed to” describe an incident that did not happen. They measure people against what was known only afterwards, and leave out why what they did made sense to them.',
    help: 'Say what was known then and what was done; put what is to change into an action.',
    source: SOURCES.fieldGuide,
    examples: {
      bad: [
        'We should have tested the restore.',
        'The on-call engineer failed to escalate.',
        'Nobody noticed the growing queue.',
        'This could have been avoided.',
      ],
      good: [
        'The restore was last tested in March; nothing asked for another test.',
        'The job failed to start.',
        'Each service should have an owner.',
        'It could have been worse.',
      ],
    },
  },
  {
    code: 'blame-person-cause',
    family: 'blameless',
    severity: 'warning',
    title: 'A person as the cause',
    why: 'Somebody acted, as somebody does every day. What differed that day is what let the action do harm; with a name in its place nobody looks for it, and the next person meets the same trap.',
    help: 'Name the change, the tool or the condition; people belong into the timeline, with what they did and saw.',
    source: SOURCES.blameless,
    examples: {
      bad: [
        'The outage was caused by Bob’s change.',
        'An engineer accidentally deleted the table.',
        'It took an hour because the on-call engineer did not answer.',
      ],
      good: [
        'The outage was caused by a change that lowered the limit of connections.',
        'Bob rolled back the change at 12:05.',
        'The page went to a phone that was off; there was no second contact.',
      ],
    },
  },
  {
    code: 'blame-who',
    family: 'blameless',
    severity: 'warning',
    title: 'Asking who',
    why: '“Who did it?” and “why did you?” ask for a defence. The same person would do the same again; “what” and “how” ask for what can be changed.',
    help: 'Ask what happened, how it came about, and what made it the sensible thing to do.',
    source: SOURCES.debriefing,
    examples: {
      bad: ['Who deployed this without a review?', 'Why did the engineer not check the logs?', 'Whose idea was it?'],
      good: ['How did the change reach production without a review?', 'Who was affected?', 'Why did the pool run dry?'],
    },
  },
  {
    code: 'blame-hindsight',
    family: 'blameless',
    severity: 'info',
    title: 'Hindsight',
    why: 'Whoever knows the outcome finds it obvious, and cannot see any more how open it was. “Obviously” and “clearly” tell the reader that there is nothing to learn, and those who were there that they failed.',
    help: 'Leave the word out, or say what could be seen at that time and by whom.',
    source: SOURCES.hindsight,
    examples: {
      bad: [
        'Obviously, the pool was too small.',
        'In hindsight, the signs were there.',
        'We wrongly assumed that it was in sync.',
      ],
      good: [
        'The pool had room for 50 connections.',
        'The dashboard clearly shows the drop.',
        'We assumed that it was in sync, because the lag read zero.',
      ],
    },
  },
  {
    code: 'blame-belittling',
    family: 'blameless',
    severity: 'info',
    title: 'Making light of it',
    why: '“Just”, “simply” and “easy” make what was hard at the time look small. Readers who would have found it hard keep quiet.',
    help: 'Leave the word out, or say what the step takes.',
    source: SOURCES.plainWords,
    examples: {
      bad: ['They just had to restart the worker.', 'A simple check would have prevented it.', 'It was an easy fix.'],
      good: [
        'The worker had just restarted.',
        'The balancer uses a simple algorithm.',
        'Latency was just under one second.',
      ],
    },
  },
];
