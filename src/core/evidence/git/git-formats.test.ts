import { describe, expect, it } from 'vitest';

import { evidenceText, readWith, scoreOf } from '../evidence.fixture.ts';
import { recogniseEvidence } from '../read-evidence.ts';
import { gitLogBlocks } from './git-log-blocks.ts';
import { gitLogLines } from './git-log-lines.ts';
import { GIT_LOG_ARGUMENTS, gitLogRecords } from './git-log-records.ts';
import { gitReflog } from './git-reflog.ts';

const SHA = 'e8be99b59b3e21d5a2ea5b6d1cc6ea2ac1f0a3b1';
const OTHER = '38a0b689aa2af1d0b5c0b0a9f8e7d6c5b4a39281';

const MEDIUM = `commit ${SHA} (HEAD -> main, tag: v1)
Author: Ana Silva <ana@example.com>
Date:   Mon Feb 23 08:20:00 2026 +0100

    checkout: raise pool size

    Because of load.

 config/app.yaml | 2 +-
 src/pool.ts     | 12 ++++++------
 2 files changed, 7 insertions(+), 7 deletions(-)

commit ${OTHER}
Merge: 1234567 89abcde
Author: Ben Okoye <ben@example.com>
Date:   Mon Feb 23 09:00:00 2026 +0000

    Merge branch 'feat'
`;

function summary(text: string): string[] {
  const recognition = recogniseEvidence(evidenceText(text));
  const events = recognition === null ? [] : readWith(recognition.format, text).events;
  return events.map(({ at, text: subject, key }) => `${at.instant} ${subject} ${key}`);
}

describe('blocks of git log', () => {
  const { events, findings } = readWith(gitLogBlocks, MEDIUM);

  it('give a commit each, with author, time as written, key and place', () => {
    expect(findings).toEqual([]);
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({
      at: { written: 'Mon Feb 23 08:20:00 2026 +0100', instant: '2026-02-23T07:20:00Z', zoneStated: true },
      text: 'checkout: raise pool size',
      kind: 'commit',
      actor: 'Ana Silva',
      service: 'checkout',
      key: 'commit:e8be99b59b3e',
      names: ['checkout', 'config/app.yaml', 'src/pool.ts'],
    });
    expect(events[1]?.source).toMatchObject({ line: 13, offset: MEDIUM.indexOf(`commit ${OTHER}`) });
  });

  it('keep body and changed files as details and the whole block as raw text', () => {
    expect(events[0]?.details).toContain('Because of load.');
    expect(events[0]?.details).toContain('src/pool.ts');
    expect(events[0]?.source.raw).toBe(MEDIUM.slice(0, MEDIUM.indexOf('\n\ncommit ')));
    expect(events[1]?.details).toContain('Merge commit');
  });

  it('take the committer date, when the change landed, where both dates are printed', () => {
    const fuller = `commit ${SHA}
Author:     Ana <a@b.c>
AuthorDate: 2026-02-20 08:00:00 +0100
Commit:     Ben <b@b.c>
CommitDate: 2026-02-23 08:05:00 +0100

    Subject

M\tsrc/a.ts
R100\tsrc/old.ts\tsrc/new.ts
`;
    const [event] = readWith(gitLogBlocks, fuller).events;
    expect(event).toMatchObject({
      at: { instant: '2026-02-23T07:05:00Z' },
      actor: 'Ana',
      names: ['src/a.ts', 'src/new.ts'],
    });
  });

  it('are read in the raw format, whose dates are epoch seconds', () => {
    const raw = `commit ${SHA}\ntree ${OTHER}\nparent ${OTHER}\nauthor Ana <a@b.c> 1771830300 +0100\ncommitter Ana <a@b.c> 1771830300 +0100\n\n    Subject\n`;
    const [event] = readWith(gitLogBlocks, raw).events;
    expect(event).toMatchObject({
      at: { instant: '2026-02-23T07:05:00Z', zone: '+01:00' },
      actor: 'Ana',
      text: 'Subject',
    });
  });

  it('are read beside the lines of a graph and through patches', () => {
    const graph = `*   commit ${SHA}
|\\  Merge: 1234567 89abcde
| | Author: Ana <a@b.c>
| | Date:   Mon Feb 23 08:20:00 2026 +0100
| |
| |     Merge branch 'feat'
| |
* | commit ${OTHER}
|/  Author: Ana <a@b.c>
|   Date:   Mon Feb 23 08:10:00 2026 +0100
|
|       Subject
|
|   diff --git a/src/pool.ts b/src/pool.ts
|   --- a/src/pool.ts
|   +++ b/src/pool.ts
|   @@ -1 +1 @@
|   -config/old.yaml
|   +config/new.yaml
`;
    expect(scoreOf(gitLogBlocks, graph)).toBeGreaterThan(0.9);
    const read = readWith(gitLogBlocks, graph).events;
    expect(read.map(({ text }) => text)).toEqual(["Merge branch 'feat'", 'Subject']);
    expect(read[1]?.names).toEqual(['src/pool.ts']);
  });

  it('without a date give one finding that names the command that prints one', () => {
    const short = `commit ${SHA}\nAuthor: Ana <a@b.c>\n\n    Subject\n\ncommit ${OTHER}\nAuthor: Ana <a@b.c>\n\n    Other\n`;
    const read = readWith(gitLogBlocks, short);
    expect(read.events).toEqual([]);
    expect(read.findings).toHaveLength(1);
    expect(read.findings[0]).toMatchObject({ code: 'commit-without-time', place: { line: 1 } });
    expect(read.findings[0]?.message).toContain('2 commits have no time');
    expect(read.findings[0]?.help).toContain('git log');
  });

  it('with relative dates give the same finding', () => {
    const relative = `commit ${SHA}\nAuthor: Ana <a@b.c>\nDate:   3 hours ago\n\n    Subject\n`;
    const read = readWith(gitLogBlocks, relative);
    expect(read.events).toEqual([]);
    expect(read.findings[0]?.message).toContain('3 hours ago');
  });
});

describe('git log, one line per commit', () => {
  it.each([
    ['%h %ai %s', 'e8be99b 2026-02-23 08:05:00 +0100 Raise pool size'],
    ['%h %ad %s', 'e8be99b Mon Feb 23 08:05:00 2026 +0100 Raise pool size'],
    ['%h %ad %s, rfc', 'e8be99b Mon, 23 Feb 2026 08:05:00 +0100 Raise pool size'],
    ['%h %ad %s, raw', 'e8be99b 1771830300 +0100 Raise pool size'],
    ['%h %ad %s, unix', 'e8be99b 1771830300 Raise pool size'],
    ['%h %aI %s', 'e8be99b 2026-02-23T08:05:00+01:00 Raise pool size'],
    ['%h - %an, %ad : %s', 'e8be99b - Ana Silva, Mon Feb 23 08:05:00 2026 +0100 : Raise pool size'],
    ['%ai %h %s', '2026-02-23 08:05:00 +0100 e8be99b Raise pool size'],
    ['%h %s %ai', 'e8be99b Raise pool size 2026-02-23 08:05:00 +0100'],
    ['%h|%an|%ad|%s', 'e8be99b|Ana Silva|2026-02-23 08:05:00 +0100|Raise pool size'],
    ['a graph', '* | e8be99b 2026-02-23 08:05:00 +0100 Raise pool size'],
    ['quotes', '"e8be99b","2026-02-23 08:05:00 +0100","Raise pool size"'],
  ])('is read in the format %s', (_format, line) => {
    expect(summary(`${line}\n`)).toEqual(['2026-02-23T07:05:00Z Raise pool size commit:e8be99b']);
  });

  it('names the commit alone where there is no subject', () => {
    expect(summary(`${SHA} 2026-02-23T08:05:00+01:00\n`)).toEqual([
      '2026-02-23T07:05:00Z Commit e8be99b5 (no message) commit:e8be99b59b3e',
    ]);
  });

  it('keeps precision of a day where only the day is printed', () => {
    const [event] = readWith(gitLogLines, 'e8be99b 2026-02-23 Raise pool size\n').events;
    expect(event?.at).toMatchObject({ written: '2026-02-23', precision: 'day' });
  });

  it('gives lines of changed files to the commit above them', () => {
    const text = 'e8be99b 2026-02-23 08:05:00 +0100 Raise pool size\n\nsrc/pool.ts\nconfig/app.yaml\n';
    expect(readWith(gitLogLines, text).events[0]?.names).toEqual(['src/pool.ts', 'config/app.yaml']);
  });

  it('without times gives one finding', () => {
    const text = 'e8be99b Raise pool size\n38a0b68 (HEAD -> main) Lower timeout\n';
    expect(recogniseEvidence(evidenceText(text))?.format.id).toBe('git-log-lines');
    const read = readWith(gitLogLines, text);
    expect(read.events).toEqual([]);
    expect(read.findings.map(({ code }) => code)).toEqual(['commit-without-time']);
  });

  it('is not what prose or a plain log looks like', () => {
    expect(scoreOf(gitLogLines, 'The deploy of Monday\nwas fine.\n')).toBe(0);
    expect(scoreOf(gitLogLines, '2026-02-23 08:05:00 INFO started\n2026-02-23 08:05:01 INFO ready\n')).toBe(0);
    expect(scoreOf(gitLogLines, '20260223 started\n20260224 ready\n')).toBe(0);
  });
});

describe('git reflog', () => {
  const text = `6f82968 (HEAD -> main) HEAD@{2026-02-23 08:20:00 +0100}: merge feat: Merge made by the 'ort' strategy.
38a0b68 HEAD@{2026-02-23 08:12:00 +0100}: checkout: moving from feat to main
`;

  it('tells commits from moves of the branch', () => {
    expect(recogniseEvidence(evidenceText(text))?.format.id).toBe('git-reflog');
    const { events } = readWith(gitReflog, text);
    expect(events.map(({ kind, key }) => [kind, key])).toEqual([
      ['commit', 'commit:6f82968'],
      ['command', undefined],
    ]);
  });

  it('without times names the command that prints them', () => {
    const { events, findings } = readWith(gitReflog, '6f82968 HEAD@{0}: commit: Subject\n');
    expect(events).toEqual([]);
    expect(findings[0]?.help).toContain('git reflog --date=iso');
  });
});

describe('git log, read from a repository', () => {
  const record = (...fields: string[]): string => `\u001e${fields.join('\u001f')}\u001f\n\n`;
  const text = `${record(SHA, OTHER, 'Ana', 'a@b.c', '2026-02-20T08:00:00+01:00', '2026-02-23T08:05:00+01:00', 'HEAD -> main', 'Größe', 'Body\nof two lines\n')}src/größe.ts\nsrc/b.ts\n`;

  it('asks git for records that no message can break', () => {
    expect(GIT_LOG_ARGUMENTS.join(' ')).toContain('%x1e%H%x1f');
  });

  it('reads every field and the changed paths', () => {
    expect(scoreOf(gitLogRecords, text)).toBe(1);
    expect(readWith(gitLogRecords, text).events[0]).toMatchObject({
      at: { instant: '2026-02-23T07:05:00Z' },
      text: 'Größe',
      actor: 'Ana',
      key: 'commit:e8be99b59b3e',
      names: ['src/größe.ts', 'src/b.ts'],
    });
  });

  it('gives a finding for a record that is cut', () => {
    const read = readWith(gitLogRecords, text + record(OTHER, '', 'Ana'));
    expect(read.events).toHaveLength(1);
    expect(read.findings).toMatchObject([{ code: 'evidence-malformed' }]);
  });
});

describe('the kind of a commit', () => {
  const kind = (subject: string, ...paths: string[]): string | undefined =>
    readWith(gitLogLines, `e8be99b 2026-02-23 08:05:00 +0100 ${subject}\n${paths.join('\n')}\n`).events[0]?.kind;

  it('is config where only configuration changed', () => {
    expect(kind('Raise limit', 'deploy/values.yaml', 'config/app.toml')).toBe('config');
    expect(kind('Raise limit', 'deploy/values.yaml', 'src/app.ts')).toBe('commit');
    expect(kind('Bump a package', 'package.json', 'package-lock.json')).toBe('commit');
  });

  it('is a feature flag where the subject or the paths say so', () => {
    expect(kind('Enable feature flag new-checkout')).toBe('feature-flag');
    expect(kind('Turn on', 'ops/flags.yaml')).toBe('feature-flag');
  });

  it('stays a commit otherwise', () => {
    expect(kind('Raise pool size')).toBe('commit');
  });
});
