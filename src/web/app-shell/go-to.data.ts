import type { IconName } from '../components/index.ts';

/** The pages of the navigation, in their order. */
export const GO_TO = [
  { to: '/', label: 'Home', icon: 'home', keys: 'g h' },
  { to: '/postmortems', label: 'Post-mortems', icon: 'document', keys: 'g p' },
  { to: '/actions', label: 'Actions', icon: 'actions', keys: 'g a' },
  { to: '/settings', label: 'Settings', icon: 'settings', keys: 'g s' },
] as const satisfies readonly { to: string; label: string; icon: IconName; keys: string }[];
