import type { EventKind } from '../types.ts';
import { CHANGE_RULES, type ChangeRule, NOT_CONFIG } from './change-kinds.data.ts';

/** What kind of change a commit is, by its subject and the paths it touches. */
export function changeKind(subject: string, paths: readonly string[]): EventKind {
  return CHANGE_RULES.find((rule) => fits(rule, subject, paths))?.kind ?? 'commit';
}

function fits(rule: ChangeRule, subject: string, paths: readonly string[]): boolean {
  if (rule.subject?.test(subject) === true) return true;
  const { everyPath } = rule;
  if (everyPath === undefined || paths.length === 0) return false;
  return paths.every((path) => everyPath.test(path) && !NOT_CONFIG.test(path));
}
