import { STATUS_LABELS, STATUS_MOVES } from './status-moves.data.ts';

export { STATUS_LABELS, STATUS_MOVES };

/** How far a post-mortem is. */
export type Status = keyof typeof STATUS_MOVES;

/** True where one status leads to the other. */
export function mayMove(from: Status, to: Status): boolean {
  return (STATUS_MOVES[from] as readonly Status[]).includes(to);
}
