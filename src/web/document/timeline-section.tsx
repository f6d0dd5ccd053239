import type { ReactElement } from 'react';

import { TimelineReading } from '../timeline/timeline-reading.tsx';
import { useDocument } from './document-context.ts';

/** The timeline: picture and table. */
export function TimelineSection(): ReactElement {
  const { record, rows, zone } = useDocument();
  return <TimelineReading record={record} rows={rows} zone={zone} />;
}
