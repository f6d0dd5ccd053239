import type { ReactElement } from 'react';

import { Button } from '../components.ts';
import { timeDetails } from '../timeline.ts';
import { type PoolEvent, useEvidenceDesk } from './evidence-context.ts';

interface PoolDetailProps {
  readonly event: PoolEvent;
  readonly isKnown: boolean;
}

/** The chosen event in full, with every place that tells it. */
export function PoolDetail({ event, isKnown }: PoolDetailProps): ReactElement {
  const { add, open, zone } = useEvidenceDesk();
  const references = event.reference?.split(', ') ?? [];
  return (
    <div className="pool-detail">
      <p className="pool-detail__text">{event.text}</p>
      <p className="pool-detail__facts">
        {[event.actor, event.service, event.level, event.count > 1 ? `${event.count} times` : undefined]
          .filter((fact) => fact !== undefined)
          .map((fact) => `${fact} · `)}
        {timeDetails(event.at, zone)}
      </p>
      <div className="pool-detail__foot">
        {references.slice(0, 4).map((reference, index) => (
          <Button key={reference} size="sm" variant="quiet" onClick={() => open(reference)}>
            {reference} {index === 0 && <span className="pool-detail__file">{event.sources[0]?.file}</span>}
          </Button>
        ))}
        {add !== undefined && (
          <Button size="sm" icon={isKnown ? 'check' : 'plus'} disabled={isKnown} onClick={() => add([event])}>
            {isKnown ? 'In the timeline' : 'Add to the timeline'}
          </Button>
        )}
      </div>
    </div>
  );
}
