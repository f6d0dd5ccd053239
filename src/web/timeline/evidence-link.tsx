import { useNavigate } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

/** Address of the evidence page of the post-mortem that is open, at a reference as `E2:117`. */
function evidenceHref(reference: string): string {
  const base = /^\/postmortems\/[^/]+/u.exec(location.pathname)?.[0] ?? '';
  return `${base}/evidence?at=${encodeURIComponent(reference)}`;
}

/** Leads to the exact line of the evidence. */
export function EvidenceLink({ reference }: { readonly reference: string }): ReactNode {
  const navigate = useNavigate();
  const follow = (event: MouseEvent): void => {
    // A new tab or window is the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate({ href: evidenceHref(reference) }).catch(reportError);
  };
  return (
    <a className="timeline-source" href={evidenceHref(reference)} title={`Evidence ${reference}`} onClick={follow}>
      {reference}
    </a>
  );
}
