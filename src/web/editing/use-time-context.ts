import { useMemo } from 'react';

import { type TimeContext, zoneId } from '#core/time';

import { useDocument } from '../document/document-context.ts';

/** What completes times that are typed into the document: the day of the incident and the zone of the timeline. */
export function useTimeContext(): TimeContext {
  const { record } = useDocument();
  const date = record.incident?.date;
  const day = date?.instant?.slice(0, 10);
  const stated = record.timelineZone;
  return useMemo(() => {
    const zone = zoneId(stated ?? '') ?? 'UTC';
    return { zone, zoneStated: stated !== undefined, ...(day === undefined ? {} : { day }) };
  }, [day, stated]);
}
