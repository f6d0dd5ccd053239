import { type ReactElement, useMemo } from 'react';

import { diffDocuments, type DiffLine, type SectionDiff } from './diff-documents.ts';

interface RevisionDiffProps {
  readonly older: string;
  readonly newer: string;
}

const MARKS = { added: '+', removed: '−', changed: '±', same: '' } as const;
const WORDS = { added: 'Added', removed: 'Removed', changed: 'Changed', same: 'Unchanged' } as const;

/** What changed, section by section. What came is underlined and marked, what went is struck: colour only helps. */
export function RevisionDiff({ newer, older }: RevisionDiffProps): ReactElement {
  const diffs = useMemo(() => diffDocuments(older, newer), [older, newer]);
  const changed = diffs.filter(({ kind }) => kind !== 'same');
  const same = diffs.length - changed.length;
  if (changed.length === 0) return <p>The two revisions read the same.</p>;
  return (
    <div className="diff">
      {changed.map((diff, index) => (
        <SectionChange key={index} diff={diff} />
      ))}
      {same > 0 && (
        <p className="diff__same">
          {same === 1 ? 'One section is unchanged.' : `${String(same)} sections are unchanged.`}
        </p>
      )}
    </div>
  );
}

function SectionChange({ diff }: { readonly diff: SectionDiff }): ReactElement {
  return (
    <section className="diff__section">
      <h3>
        {diff.heading === '' ? 'Before the first heading' : diff.heading}
        {diff.kind !== 'changed' && <span className="diff__kind">{WORDS[diff.kind].toLowerCase()}</span>}
      </h3>
      {foldSame(diff.lines).map((line, index) =>
        typeof line === 'number' ? (
          <p key={index} className="diff__gap">
            {line} lines unchanged
          </p>
        ) : (
          <Line key={index} line={line} />
        ),
      )}
    </section>
  );
}

function Line({ line }: { readonly line: DiffLine }): ReactElement {
  return (
    <div className={`diff__line diff__line--${line.kind}`}>
      <span
        className="diff__mark"
        aria-label={line.kind === 'same' ? undefined : WORDS[line.kind]}
        role={line.kind === 'same' ? undefined : 'img'}
      >
        {MARKS[line.kind]}
      </span>
      <span className="diff__text">
        {line.pieces.map(({ kind, text }, index) => {
          if (kind === 'added') return <ins key={index}>{text}</ins>;
          return kind === 'removed' ? <del key={index}>{text}</del> : <span key={index}>{text}</span>;
        })}
      </span>
    </div>
  );
}

const AROUND = 2;

/** Leaves out unchanged lines that are far from a change; a number stands for how many. */
function foldSame(lines: readonly DiffLine[]): (DiffLine | number)[] {
  const near = lines.map((_line, index) =>
    lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ kind }) => kind !== 'same'),
  );
  const shown: (DiffLine | number)[] = [];
  for (const [index, line] of lines.entries()) {
    const last = shown.at(-1);
    if (near[index] === true) shown.push(line);
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1;
    else shown.push(1);
  }
  return shown;
}
