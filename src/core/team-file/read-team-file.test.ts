import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readTeamFile } from './read-team-file.ts';
import { emptyTeamSettings } from './team-settings.ts';

const WHOLE = `# Settings of the shop team
template: cycle
dialects: [docs/shop.dialect.yaml]
languages: [en, de]
rules:
  blame-verb: error
  prompt-left: off
policies:
  - when: { severity: [SEV-1, '<= 2'] }
    require: [rootCause.trigger, Latent condition]
    signOffs: [Engineering lead]
    note: Two teams read it.
    rules: { prompt-left: error }
questions:
  - ask: Was money moved twice?
    when:
      any:
        - tag: payments
        - service: [ledger, billing]
    mandatory: true
    help: Say how it was checked.
ignore: ['docs/archive/**']
`;

function found(text: string): string[] {
  return readTeamFile(text, { file: 'nevertwice.yaml', rules: ['blame-verb', 'prompt-left'] }).findings.map(
    ({ place, code, message, help }) =>
      `${String(place?.line)}:${String(place?.column)} ${code} ${message} ${help ?? ''}`,
  );
}

describe('the settings of a team', () => {
  it('are read as they are meant', () => {
    const { settings, findings } = readTeamFile(WHOLE);
    expect(findings).toEqual([]);
    expect(settings).toEqual({
      template: 'cycle',
      dialects: ['docs/shop.dialect.yaml'],
      languages: ['en', 'de'],
      rules: new Map([
        ['blame-verb', 'error'],
        ['prompt-left', 'off'],
      ]),
      policies: [
        {
          when: { kind: 'severity', labels: ['SEV-1'], ranks: [{ operator: '<=', rank: 2 }] },
          require: ['rootCause.trigger', 'rootCause.latentCondition'],
          signOffs: ['Engineering lead'],
          note: 'Two teams read it.',
          rules: new Map([['prompt-left', 'error']]),
        },
      ],
      questions: [
        {
          ask: 'Was money moved twice?',
          when: {
            kind: 'any',
            of: [
              { kind: 'tag', values: ['payments'] },
              { kind: 'service', values: ['ledger', 'billing'] },
            ],
          },
          mandatory: true,
          help: 'Say how it was checked.',
        },
      ],
      ignore: ['docs/archive/**'],
    });
  });

  it.each([
    ['an empty file', ''],
    ['comments only', '# nothing yet\n'],
  ])('are the usual ones for %s', (_name, text) => {
    expect(readTeamFile(text)).toEqual({ settings: emptyTeamSettings, findings: [] });
  });
});

describe('a mistake in the file', () => {
  it('is told with its line and the word that is meant', () => {
    expect(found('template: sev\npolicys: []\n')).toEqual([
      '2:1 team-key-unknown There is no setting “policys”. Write “policies” if that is meant.',
    ]);
    expect(found('questions:\n  - ask: Why?\n    mandatry: true\n')).toEqual([
      '3:5 team-key-unknown There is no setting “mandatry” in “questions[1]”. Write “mandatory” if that is meant.',
    ]);
    expect(found('policies:\n  - when:\n      all:\n        - tagg: x\n')).toEqual([
      '4:11 team-key-unknown There is no setting “tagg” in “policies[1].when.all[1]”. Write “tag” if that is meant.',
    ]);
    expect(found('rules:\n  blame-verbs: error\n')).toEqual([
      '2:3 team-rule-unknown There is no rule “blame-verbs”. Write “blame-verb” if that is meant.',
    ]);
    expect(found('policies:\n  - require: [rootCause.triger]\n')).toEqual([
      '2:15 team-field-unknown A post-mortem has no field “rootCause.triger”. Write “rootCause.trigger” if that is meant.',
    ]);
  });

  it('says what the setting takes', () => {
    expect(found('template: [a]\n')).toEqual([
      '1:1 team-value-invalid “template” does not take ["a"]: it takes the id of a template. Until then it does not count.',
    ]);
    expect(found('questions:\n  - mandatory: true\n')).toEqual([
      '2:5 team-value-invalid “questions[1].ask” is missing: it takes the question. Until then “questions[1]” does not count.',
    ]);
    expect(found('rules: { blame-verb: fatal }\n')).toEqual([
      '1:10 team-value-invalid “rules.blame-verb” does not take "fatal": it takes error, warning, info or off. Until then it does not count.',
    ]);
    expect(found('- a\n- b\n')).toEqual([
      '1:1 team-value-invalid The file does not take ["a","b"]: it takes settings, as "template: sev". Until then it does not count.',
    ]);
  });

  it('leaves what is right in force', () => {
    const { settings } = readTeamFile(
      'template: cycle\nquestions:\n  - {}\n  - ask: Which?\nlanguages: 3\nignor: []\n',
    );
    expect(settings.template).toBe('cycle');
    expect(settings.questions.map(({ ask }) => ask)).toEqual(['Which?']);
    expect(settings.languages).toEqual(['en']);
  });

  it('that is no YAML is told by line, and nothing counts', () => {
    expect(found('template: sev\nrules: {a: b\n')[0]).toMatch(
      /^[23]:\d+ team-file-unreadable It is not readable as YAML: /u,
    );
    expect(found('template: sev\ntemplate: cycle\n')[0]).toMatch(/^2:1 team-file-unreadable .*unique/u);
    expect(readTeamFile('rules: {a: b').settings).toEqual(emptyTeamSettings);
  });

  it('that unfolds without end is a finding', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 8; level += 1) {
      const alias = `*a${String(level - 1)}`;
      lines.push(`a${String(level)}: &a${String(level)} [${Array.from({ length: 10 }, () => alias).join(', ')}]`);
    }
    expect(found(lines.join('\n'))[0]).toMatch(/team-file-unreadable/u);
  });
});

it('never throws, whatever the file holds', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.jsonValue().map((value) => JSON.stringify(value)),
        fc.json(),
      ),
      (text) => {
        const { findings, settings } = readTeamFile(text);
        expect(Array.isArray(settings.policies)).toBe(true);
        expect(findings.every(({ place }) => (place?.line ?? 0) > 0)).toBe(true);
      },
    ),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 100) },
  );
});
