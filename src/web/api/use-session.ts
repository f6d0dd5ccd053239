import { useQuery } from '@tanstack/react-query';

import { queries } from './queries.ts';
import type { Session } from './types.ts';

/** Who is signed in. Only below the gate of the app shell, which waits until that is known. */
export function useSession(): Session {
  const { data } = useQuery(queries.session());
  if (data === undefined) throw new Error('useSession stands outside of the session gate');
  return data;
}

/** True if the person may do that, as the table of permissions names it: `postmortem.create`. */
export function useMay(permission: string): boolean {
  return useSession().permissions.includes(permission);
}
