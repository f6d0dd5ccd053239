import { type Finding, nearestWord, type Severity } from '#core/errors';
import { fieldNamed, fieldNames } from '#core/markdown';

import { readBySchema, type SchemaReading } from './read-by-schema.ts';
import { readCondition } from './read-condition.ts';
import { type TeamFile, teamFileSchema } from './team-file-schema.ts';
import { emptyTeamSettings, type Policy, type TeamSettings } from './team-settings.ts';

/** What the file is checked against. */
export interface TeamFileOptions {
  /** File name, for findings. */
  readonly file?: string;
  /** Codes of all rules; codes are not checked if absent. */
  readonly rules?: readonly string[];
}

/** Settings, and what in the file does not count and why. */
export interface TeamFileReading {
  readonly settings: TeamSettings;
  readonly findings: readonly Finding[];
}

/**
 * Reads `nevertwice.yaml`. Strict and never throws: an unknown setting, a value of the wrong kind, an unknown rule or
 * field is a finding with line, column and, where one is close, the word that is meant. What is right counts.
 */
export function readTeamFile(text: string, options: TeamFileOptions = {}): TeamFileReading {
  const reading = readBySchema(text, { ...options, schema: teamFileSchema, entryDepth: 2 });
  const { value, findings } = reading;
  if (value === null) return { settings: emptyTeamSettings, findings };
  const found: Finding[] = [];
  const settings = settingsOf(value, { reading: { ...reading, value }, options, found });
  return { settings, findings: [...findings, ...found] };
}

interface Reader {
  readonly reading: SchemaReading<TeamFile>;
  readonly options: TeamFileOptions;
  readonly found: Finding[];
}

function settingsOf(file: TeamFile, reader: Reader): TeamSettings {
  const { template, dialects, languages, ignore } = file;
  return {
    ...(template === undefined ? {} : { template }),
    dialects,
    languages,
    ignore,
    rules: readRules(file.rules, ['rules'], reader),
    policies: file.policies.map((policy, index) => readPolicy(policy, ['policies', index], reader)),
    questions: file.questions.map(({ ask, when, mandatory, help, section }) => ({
      ask,
      mandatory,
      when: readCondition(when),
      ...(help === undefined ? {} : { help }),
      ...(section === undefined ? {} : { section }),
    })),
  };
}

type At = readonly (string | number)[];

function readPolicy(policy: TeamFile['policies'][number], at: At, reader: Reader): Policy {
  const { when, signOffs, note } = policy;
  return {
    when: readCondition(when),
    require: policy.require.flatMap((name, index) => readField(name, [...at, 'require', index], reader)),
    signOffs,
    ...(note === undefined ? {} : { note }),
    rules: readRules(policy.rules, [...at, 'rules'], reader),
  };
}

function readRules(
  written: Readonly<Record<string, Severity | 'off'>>,
  at: At,
  { options, found, reading }: Reader,
): ReadonlyMap<string, Severity | 'off'> {
  const { rules } = options;
  const entries = Object.entries(written).filter(([code]) => {
    if (rules === undefined || rules.includes(code)) return true;
    const near = nearestWord(code, rules);
    found.push({
      code: 'team-rule-unknown',
      severity: 'error',
      message: `There is no rule “${code}”.`,
      place: reading.placeOf([...at, code]),
      help: near === undefined ? 'See docs/reference/rules.md for all rules.' : `Write “${near}” if that is meant.`,
    });
    return false;
  });
  return new Map(entries);
}

function readField(name: string, at: At, { found, reading }: Reader): string[] {
  const field = fieldNamed(name);
  if (field !== undefined) return [field.path];
  const near = nearestWord(name, fieldNames());
  found.push({
    code: 'team-field-unknown',
    severity: 'error',
    message: `A post-mortem has no field “${name}”.`,
    place: reading.placeOf(at),
    help: near === undefined ? 'See docs/reference/templates.md for all fields.' : `Write “${near}” if that is meant.`,
  });
  return [];
}
