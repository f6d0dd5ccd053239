import type { ReactElement } from 'react';

import { timeText } from '../timeline.ts';
import type { Preview } from './preview.ts';
import { explainReason } from './explain-reason.ts';

/** Changes near the first symptom, with what speaks for each. */
export function SuspectList({
  preview,
  zone,
}: {
  readonly preview: Preview;
  readonly zone: string;
}): ReactElement | null {
  if (preview.suspects.length === 0) return null;
  return (
    <section className="suspects" aria-label="Changes to look at">
      <h2>Changes to look at</h2>
      <p className="proposal__none">
        Near the first symptom, ranked by what speaks for them. None of them is called the cause.
      </p>
      <ol>
        {preview.suspects.slice(0, 5).map(({ at, event, reasons, text }) => (
          <li key={event}>
            <time>{timeText(at, zone)}</time> {text}
            <span className="suspects__reasons">
              {reasons.map((reason) => explainReason(reason, preview.events, zone)).join(' ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
