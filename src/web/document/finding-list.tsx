import type { ReactElement } from 'react';

import type { RouteOutput } from '#contract/client';

import { Button, Icon } from '../components/index.ts';
import './findings.css';

/** Something that a reader should look at, perhaps with a fix. */
export type PlacedFinding = RouteOutput<'getFindings'>['findings'][number];

const WORDS = { error: 'Must be fixed', warning: 'Worth a look', info: 'Note' } as const;

interface FindingListProps {
  readonly findings: readonly PlacedFinding[];
  /** Puts the proposed text in place; absent for readers. */
  readonly onFix?: ((fix: NonNullable<PlacedFinding['fix']>) => void) | undefined;
}

/** Findings about one section: what it is, what to do, and the fix where there is one. */
export function FindingList({ findings, onFix }: FindingListProps): ReactElement {
  return (
    <ul className="findings no-print">
      {findings.map((finding, index) => (
        <li key={index} className={`finding finding--${finding.severity}`}>
          <Icon name={finding.severity === 'info' ? 'info' : 'warning'} label={WORDS[finding.severity]} />
          <div>
            <p>{finding.message}</p>
            {finding.help !== undefined && <p className="finding__help">{finding.help}</p>}
            {finding.fix !== undefined && onFix !== undefined && <FixButton fix={finding.fix} onFix={onFix} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

type Fix = NonNullable<PlacedFinding['fix']>;

function FixButton({ fix, onFix }: { readonly fix: Fix; readonly onFix: (fix: Fix) => void }): ReactElement {
  return (
    <Button size="sm" icon="check" onClick={() => onFix(fix)}>
      {fix.label}
    </Button>
  );
}
