import type { ReactNode } from 'react';

import { EvidenceLink } from './evidence-link.tsx';
import type { TimelineEntry } from './timeline-entry.ts';

/** Address of an attached image of the post-mortem that is open. */
function imageHref(image: string): string {
  const base = /^\/postmortems\/([^/]+)/u.exec(location.pathname)?.[1] ?? '';
  return `/api/v1/postmortems/${base}/images/${image}`;
}

/** Images that are attached to a row. */
export function RowImages({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  return (entry.meta.attachments ?? []).map((image) => (
    <a key={image} href={imageHref(image)} className="timeline-image">
      <img src={imageHref(image)} alt="Attached to this event" loading="lazy" />
    </a>
  ));
}

/** Sources and images of a row. */
export function RowAttachments({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  if (entry.sources.length === 0 && entry.meta.attachments === undefined) return null;
  return (
    <span className="timeline-attachments">
      {entry.sources.map((reference) => (
        <EvidenceLink key={reference} reference={reference} />
      ))}
      <RowImages entry={entry} />
    </span>
  );
}
