import type { Role } from '../api.ts';

/** Roles, each with all that the one before may. */
export const ROLES: readonly { readonly value: Role; readonly label: string; readonly may: string }[] = [
  { value: 'reader', label: 'Reader', may: 'reads what is not private' },
  { value: 'contributor', label: 'Contributor', may: 'also writes post-mortems' },
  { value: 'facilitator', label: 'Facilitator', may: 'also sets status and access, and deletes' },
  { value: 'admin', label: 'Admin', may: 'also manages people and settings, and sees what is private' },
];
