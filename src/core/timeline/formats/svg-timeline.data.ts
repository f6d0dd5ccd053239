import type { EventKind } from '#core/evidence';
import type { MomentKind } from '#core/record';

/** Sizes in user units (pixels at full size). */
export const SVG = { width: 960, left: 132, right: 24, lane: 26, label: 18, axis: 28, legend: 24, title: 44 } as const;

/** One row of marks. */
export interface Lane {
  readonly label: string;
  readonly kinds: readonly EventKind[];
  /** True where a mark is as long as its event; a change happens at once, whatever its source counts until. */
  readonly lasting: boolean;
}

/** Lanes from top to bottom, by what an event is. */
export const LANES: readonly Lane[] = [
  { label: 'Changes', kinds: ['commit', 'deploy', 'rollout', 'config', 'feature-flag', 'command'], lasting: false },
  {
    label: 'Alerts and pages',
    kinds: ['alert', 'alert-resolved', 'paged', 'acknowledged', 'escalated'],
    lasting: true,
  },
  { label: 'People', kinds: ['message', 'note', 'declared', 'status-update', 'resolved'], lasting: false },
  { label: 'Errors', kinds: ['error'], lasting: true },
  { label: 'Infrastructure', kinds: ['infrastructure'], lasting: true },
  { label: 'Logs', kinds: ['log'], lasting: true },
];

/** A phase lasts from the first known of `from` to the first known of `to`. */
export interface Phase {
  readonly id: string;
  readonly label: string;
  readonly from: readonly MomentKind[];
  readonly to: readonly MomentKind[];
  /** Colours with at least 3:1 against the ground they stand on, told apart in the common kinds of colour blindness. */
  readonly light: string;
  readonly dark: string;
}

export const PHASES: readonly Phase[] = [
  {
    id: 'detect',
    label: 'undetected',
    from: ['impact-started'],
    to: ['alert-fired', 'reported', 'acknowledged'],
    light: '#b3471d',
    dark: '#f08c5a',
  },
  {
    id: 'respond',
    label: 'response',
    from: ['alert-fired', 'reported'],
    to: ['acknowledged', 'declared', 'investigating'],
    light: '#8a6d00',
    dark: '#e0bb3c',
  },
  {
    id: 'diagnose',
    label: 'diagnosis',
    from: ['acknowledged', 'declared', 'investigating'],
    to: ['root-cause-identified', 'mitigated', 'restored'],
    light: '#6b4bb8',
    dark: '#b39cf0',
  },
  {
    id: 'fix',
    label: 'repair',
    from: ['root-cause-identified'],
    to: ['mitigated', 'restored', 'resolved'],
    light: '#1a6fb0',
    dark: '#6cb6f0',
  },
  {
    id: 'verify',
    label: 'recovery',
    from: ['mitigated', 'root-cause-identified'],
    to: ['resolved', 'closed'],
    light: '#1f7a4d',
    dark: '#5fcf98',
  },
];

/** Distances between ticks, in seconds. */
export const TICKS = [
  1, 5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000,
  31_536_000,
] as const;
