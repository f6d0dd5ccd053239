import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import { clausesOf, namesChange } from './action-strength.ts';
import type { OpenAction } from './open-actions.ts';
import { plainWords } from './plain-words.ts';
import { CONCRETE, RESULT, VAGUE_WORDINGS, type VagueWording, WHOLE_SYSTEM } from './vague-actions.data.ts';

/** Open actions that nobody could tell to be done, and those that are several in one. */
export function reviewWordings(open: readonly OpenAction[]): ReviewFinding[] {
  return open.flatMap((each) => {
    const vague = vagueWording(each.action);
    return [...(vague === undefined ? unverifiable(each) : [vagueFinding(each, vague)]), ...tooBig(each)];
  });
}

/** More words than this describe, whatever the first one is. */
const DESCRIBED = 14;

/** The wording that leaves open what will be done; undefined where the rest of the action says it. */
function vagueWording(action: OpenAction['action']): VagueWording | undefined {
  const words = plainWords(action.text);
  const text = words.join(' ');
  const wording = VAGUE_WORDINGS.find(({ pattern }) => pattern.test(text));
  if (wording === undefined || wording.kind === 'care') return wording;
  if (action.criterion !== undefined || action.details !== undefined || RESULT.test(action.text)) return undefined;
  if (wording.kind === 'inquiry') return action.ticket === undefined ? wording : undefined;
  return words.length > DESCRIBED || isConcrete(action) ? undefined : wording;
}

function isConcrete({ text, ticket }: OpenAction['action']): boolean {
  return ticket !== undefined || CONCRETE.test(text.replaceAll(/https?:\/\/\S+/gu, ''));
}

function vagueFinding({ action, at, name }: OpenAction, wording: VagueWording): ReviewFinding {
  const words = wording.pattern.exec(plainWords(action.text).join(' '))?.[0] ?? '';
  const start = action.text.toLowerCase().indexOf(words);
  return findingOf('action-vague', {
    path: `${at}.text`,
    message: `“${start === -1 ? name : words}” ${wording.why}.`,
    help: wording.help,
    ...(start === -1 ? {} : { range: { start, end: start + words.length } }),
  });
}

/** So few words without a verb that is known are a topic. */
const TOPIC = 3;
const PROHIBITION = /^(?:do not|don.?t|never|stop \w+ing|avoid \w+ing|no more)\b/u;

/** Prohibitions, which have no end, and topics without anything that would be done or be there. */
function unverifiable({ action, at, name }: OpenAction): ReviewFinding[] {
  const words = plainWords(action.text);
  const prohibits = PROHIBITION.test(words.join(' '));
  const told = action.criterion !== undefined || action.details !== undefined || isConcrete(action);
  const topic = words.length <= TOPIC && !namesChange(action.text);
  if (told || words.length > DESCRIBED || !(prohibits || topic)) return [];
  return [
    findingOf('action-unverifiable', {
      path: `${at}.text`,
      message: prohibits
        ? `“${name}” forbids something, and so it is never done.`
        : `“${name}” names neither what will be done nor what will be there.`,
    }),
  ];
}

/** From so many steps on, an action is a plan. */
const STEPS = 3;

function tooBig({ action, at, name }: OpenAction): ReviewFinding[] {
  const steps = clausesOf(plainWords(firstSentence(action.text))).length;
  const whole = WHOLE_SYSTEM.exec(action.text);
  if (steps < STEPS && whole === null) return [];
  return [
    findingOf('action-too-big', {
      path: `${at}.text`,
      message:
        whole === null
          ? `“${name}” has ${String(steps)} steps, of which some will be done and others will not.`
          : `“${name}” is a project rather than an action.`,
      ...(whole === null ? {} : { range: { start: whole.index, end: whole.index + whole[0].length } }),
    }),
  ];
}

function firstSentence(text: string): string {
  return /^[^\n]*?[.!?](?=\s|$)/u.exec(text)?.[0] ?? text.split('\n', 1)[0] ?? text;
}
