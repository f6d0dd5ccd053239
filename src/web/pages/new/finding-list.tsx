import { type ReactElement, useState } from 'react';

import type { RouteOutput } from '#contract/client';

import { Button, Icon } from '../components.ts';

type Finding = RouteOutput<'previewDraft'>['findings'][number];

const FEW = 3;

/** What to look at, each with its place and what to do. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  const notable = findings.filter(({ severity }) => severity !== 'info');
  if (notable.length === 0) return null;
  return (
    <section className="finding-list" aria-label="To look at">
      <h2>To look at</h2>
      <ul>
        {(isOpen ? notable : notable.slice(0, FEW)).map((finding) => (
          <li key={`${finding.code} ${finding.place?.file ?? ''} ${finding.place?.line ?? ''} ${finding.message}`}>
            <Icon name={finding.severity === 'error' ? 'warning' : 'info'} label={finding.severity} />{' '}
            {finding.place?.file !== undefined && (
              <code>
                {finding.place.file}
                {finding.place.line === undefined ? '' : `:${finding.place.line}`}
              </code>
            )}{' '}
            {finding.message} {finding.help !== undefined && <span className="finding-list__help">{finding.help}</span>}
          </li>
        ))}
      </ul>
      {notable.length > FEW && (
        <Button size="sm" variant="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : `Show all ${notable.length}`}
        </Button>
      )}
    </section>
  );
}
