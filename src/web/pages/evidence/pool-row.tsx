import type { DragEvent, ReactElement } from 'react';

import { Icon, IconButton } from '../components.ts';
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
  return (
    // The keys of the list do what a click does.
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
      onClick={({ shiftKey }) => onPick(shiftKey)}
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
          <button
            type="button"
            tabIndex={-1}
            className="pool-row__reference"
            title={`${event.sources[0]?.file ?? ''}, line ${event.sources[0]?.line ?? ''}`}
            onClick={() => open(event.reference?.split(', ')[0])}
          >
            {event.reference.split(', ')[0]}
            {event.sources.length > 1 && ` +${event.sources.length - 1}`}
          </button>
        )}
      </span>
      <span className="pool-row__add">
        {isKnown ? (
          <span className="pool-row__known" title="In the timeline">
            <Icon name="check" label="in the timeline" />
          </span>
        ) : (
          add !== undefined && (
            <IconButton
              size="sm"
              icon="plus"
              tabIndex={-1}
              label="Add to the timeline (A)"
              onClick={() => add([event])}
            />
          )
        )}
      </span>
    </div>
  );
}
