import { createContext, useContext } from 'react';

import type { RouteOutput } from '#contract/client';

/** One event of the pool. */
export type PoolEvent = RouteOutput<'listEvidenceEvents'>['items'][number];

/** What the parts of the evidence page share. */
export interface EvidenceDesk {
  readonly postmortemId: string;
  /** Zone in which times are shown. */
  readonly zone: string;
  /** Shows the raw evidence at a reference as `E2:117`; nothing closes it. */
  readonly open: (reference: string | undefined) => void;
  /** Adds events to the timeline, and says which references it has; undefined until that is possible. */
  readonly add: ((events: readonly PoolEvent[]) => void) | undefined;
}

/** Shares the desk with the parts of the page. */
export const EvidenceContext = createContext<EvidenceDesk | null>(null);

/** What the parts of the evidence page share. */
export function useEvidenceDesk(): EvidenceDesk {
  const desk = useContext(EvidenceContext);
  if (desk === null) throw new TypeError('There is no evidence page around this component.');
  return desk;
}
