import type { EventKind } from '../types.ts';

/** Statuses of a status page update that are more, or less, than a status update. */
export const statusKinds: Readonly<Record<string, EventKind>> = {
  investigating: 'status-update',
  identified: 'status-update',
  monitoring: 'status-update',
  resolved: 'resolved',
  postmortem: 'note',
  scheduled: 'note',
  in_progress: 'note',
  verifying: 'note',
  completed: 'note',
};
