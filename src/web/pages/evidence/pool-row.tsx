import type { DragEvent, MouseEvent, ReactElement } from 'react';

import { Icon } from '../components.ts';
import { timeDetails, timeText } from '../timeline.ts';
import { type PoolEvent, useEvidenceDesk } from './evidence-context.ts';

/** Kind of what is dragged when an event of the pool is. */
export const POOL_DRAG = 'application/x-nevertwice-event';

interface PoolRowProps {
  readonly event: PoolEvent;
  readonly top: number;
  readonly position: number;
  readonly total: number;
  readonly isActive: boolean;
  readonly isPicked: boolean;
  /** True where the timeline has it already. */
  readonly isKnown: boolean;
  /** `16 Mar`, where the evidence spans several days. */
  readonly day: string | undefined;
  readonly onPick: (isRange: boolean) => void;
}

/** One event of the pool, in one line. */
export function PoolRow(props: PoolRowProps): ReactElement {
  const { day, event, isActive, isKnown, isPicked, onPick, position, top, total } = props;
  const { add, open, zone } = useEvidenceDesk();
  const drag = (dragged: DragEvent): void => {
    dragged.dataTransfer.setData(POOL_DRAG, JSON.stringify([event]));
    dragged.dataTransfer.effectAllowed = 'copy';
  };
  const click = ({ shiftKey, target }: MouseEvent): void => {
    const what = (target as HTMLElement).closest<HTMLElement>('[data-do]')?.dataset['do'];
    if (what === 'open') open(event.reference?.split(', ')[0]);
    else if (what === 'add') add?.([event]);
    onPick(shiftKey);
  };
  return (
    // An option can hold no buttons of its own: keys of the list, and the buttons below it, do the same.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
    <div
      id={`pool-${event.id}`}
      className="pool-row"
      role="option"
      tabIndex={-1}
      aria-selected={isPicked || isActive}
      aria-posinset={position}
      aria-setsize={total}
      data-active={isActive}
      data-picked={isPicked}
      data-known={isKnown}
      data-level={event.level ?? ''}
      draggable={add !== undefined}
      style={{ transform: `translateY(${top}px)` }}
      onDragStart={drag}
      onClick={click}
      onDoubleClick={() => open(event.reference?.split(', ')[0])}
    >
      <time title={timeDetails(event.at, zone)}>
        {day !== undefined && <span className="pool-row__day">{day} </span>}
        {timeText(event.at, zone)}
      </time>
      <span className="pool-row__kind">{event.kind.replaceAll('-', ' ')}</span>
      <span className="pool-row__text" title={event.details ?? event.text}>
        {event.actor !== undefined && event.kind === 'message' && <b>{event.actor}: </b>}
        {event.text}
        {event.count > 1 && <span className="pool-row__times"> × {event.count.toLocaleString('en')}</span>}
      </span>
      <span className="pool-row__source">
        {event.reference !== undefined && (
          <span
            className="pool-row__reference"
            data-do="open"
            title={`${event.sources[0]?.file ?? ''}, line ${event.sources[0]?.line ?? ''}`}
          >
            {event.reference.split(', ')[0]}
            {event.sources.length > 1 && ` +${event.sources.length - 1}`}
          </span>
        )}
      </span>
      <span className="pool-row__add">
        {isKnown ? (
          <span className="pool-row__known" title="In the timeline">
            <Icon name="check" label="in the timeline" />
          </span>
        ) : (
          add !== undefined && (
            <span className="pool-row__plus" data-do="add" title="Add to the timeline (A)">
              <Icon name="plus" />
            </span>
          )
        )}
      </span>
    </div>
  );
}
