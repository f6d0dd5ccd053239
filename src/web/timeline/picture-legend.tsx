import type { ReactNode } from 'react';

import type { PictureSubject } from './picture-geometry.ts';
import { spanText } from './time-text.ts';

/** The phases with their durations, and the impact: what the colours of the picture mean. */
export function PictureLegend({ subject }: { readonly subject: PictureSubject }): ReactNode {
  const { impact, phases } = subject;
  if (phases.length === 0 && impact.length === 0) return null;
  return (
    <dl className="timeline-legend">
      {impact.length > 0 && (
        <div className="timeline-legend__item">
          <dt>
            <span className="timeline-legend__swatch timeline-legend__swatch--impact" />
            Impact
          </dt>
          <dd>{impactText(impact)}</dd>
        </div>
      )}
      {phases.map(({ from, id, label, to }) => (
        <div key={id} className="timeline-legend__item">
          <dt>
            <span className={`timeline-legend__swatch timeline-legend__swatch--${id}`} />
            {label}
          </dt>
          <dd>{spanText(to - from)}</dd>
        </div>
      ))}
    </dl>
  );
}

function impactText(impact: PictureSubject['impact']): string {
  const known = impact.reduce((sum, { from, to }) => sum + (to === null ? 0 : to - from), 0);
  if (impact.some(({ to }) => to === null)) return known === 0 ? 'end not known' : `more than ${spanText(known)}`;
  return spanText(known);
}
