import { type ReactElement, useEffect } from 'react';

import type { PostmortemDetail } from '../api/index.ts';
import type { LivePort } from '../document/live-port.ts';

interface LiveControllerProps {
  readonly detail: PostmortemDetail;
  readonly onPort: (port: LivePort | null) => void;
}

/** Opens the session. */
export function LiveController({ onPort }: LiveControllerProps): ReactElement | null {
  useEffect(() => onPort(null), [onPort]);
  return null;
}
