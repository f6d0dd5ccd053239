import { type ReactElement, useMemo, useRef, useState } from 'react';

import {
  createHighlight,
  HighlightContext,
  layoutFor,
  pictureSubject,
  timelineEntry,
  TimelinePicture,
  useSize,
} from '../timeline.ts';
import type { Preview } from './preview.ts';
import type { ConfirmedMoment } from './moment-choice.ts';

interface ProposalPictureProps {
  readonly preview: Preview;
  readonly moments: readonly ConfirmedMoment[];
  readonly zone: string;
}

/** The timeline as it would be drawn: it follows what is chosen. */
export function ProposalPicture({ moments, preview, zone }: ProposalPictureProps): ReactElement {
  const room = useRef<HTMLDivElement>(null);
  const { width } = useSize(room);
  const [highlight] = useState(createHighlight);
  const subject = useMemo(() => subjectOf(preview, moments), [preview, moments]);
  return (
    <HighlightContext value={highlight}>
      <div ref={room} className="proposal__picture">
        {subject !== null && width > 0 && (
          <TimelinePicture subject={subject} zone={zone} orientation={layoutFor(width).orientation} />
        )}
      </div>
    </HighlightContext>
  );
}

function subjectOf(preview: Preview, moments: readonly ConfirmedMoment[]): ReturnType<typeof pictureSubject> {
  const kinds = new Map<string, ConfirmedMoment['kind'][]>();
  const shown = new Set(preview.events.map(({ id }) => id));
  const loose: ConfirmedMoment[] = [];
  for (const moment of moments) {
    const [id] = moment.events;
    if (id === undefined || !shown.has(id)) loose.push(moment);
    else kinds.set(id, [...(kinds.get(id) ?? []), moment.kind]);
  }
  const entries = preview.events.map(({ actor, at, id, reference, text }) =>
    timelineEntry(
      { at, text, ...(actor === undefined ? {} : { who: actor }), moments: kinds.get(id) ?? [] },
      { id, ...(reference === undefined ? {} : { sources: reference.split(', ') }) },
    ),
  );
  return pictureSubject(entries, {
    moments: loose.map(({ at, kind }) => ({ at, kind })),
    impact: { periods: preview.impactPeriods },
  });
}
