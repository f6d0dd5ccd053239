import type { ReactNode } from 'react';

/** Address of the evidence page of the post-mortem that is open, at a reference as `E2:117`. */
export function evidenceHref(reference: string): string {
  const base = /^\/postmortems\/[^/]+/u.exec(location.pathname)?.[0] ?? '';
  return `${base}/evidence?at=${encodeURIComponent(reference)}`;
}

/** Leads to the exact line of the evidence. */
export function EvidenceLink({ reference }: { readonly reference: string }): ReactNode {
  return (
    <a className="timeline-source" href={evidenceHref(reference)} title={`Evidence ${reference}`}>
      {reference}
    </a>
  );
}
