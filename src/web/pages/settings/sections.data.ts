import type { IconName } from '../components.ts';

/** The sections of the settings, in their order, with the permission that shows them. */
export const SECTIONS = [
  { id: 'account', label: 'My account', icon: 'key', needs: null },
  { id: 'tokens', label: 'API tokens', icon: 'link', needs: null },
  { id: 'people', label: 'People', icon: 'users', needs: 'people.read' },
  { id: 'workspace', label: 'Workspace', icon: 'settings', needs: 'postmortem.read' },
  { id: 'severities', label: 'Severities', icon: 'flag', needs: 'postmortem.read' },
  { id: 'services', label: 'Services and teams', icon: 'tag', needs: 'postmortem.read' },
  { id: 'audit', label: 'Audit trail', icon: 'history', needs: 'audit.read' },
] as const satisfies readonly { id: string; label: string; icon: IconName; needs: string | null }[];

/** Id of a section. */
export type SectionId = (typeof SECTIONS)[number]['id'];
