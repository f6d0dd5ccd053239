/** How the session is connected. `read-only` may look, `expired` must sign in again, `closed` has lost its right. */
export type LiveStatus = 'connecting' | 'live' | 'read-only' | 'offline' | 'expired' | 'closed';

/** Whether everything that this person did is stored by the server. */
export type SavedState = 'saved' | 'saving' | 'failed';

/** Somebody who has the same post-mortem open. */
export interface Participant {
  readonly client: number;
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  /** Id of the section they are in; null while they only look. */
  readonly section: string | null;
}

/** What a session shows of itself. */
export interface LiveState {
  readonly status: LiveStatus;
  readonly saved: SavedState;
  /** Why saving failed, or why the connection ended; null while there is nothing to tell. */
  readonly reason: string | null;
  /** Something to know that does not stop work. */
  readonly notice: string | null;
  /** The newest revision that the server told of; null before the first save. */
  readonly revision: number | null;
  /** True once there is content: from the server, or kept on this device. */
  readonly ready: boolean;
  readonly people: readonly Participant[];
}

const START: LiveState = {
  status: 'connecting',
  saved: 'saved',
  reason: null,
  notice: null,
  revision: null,
  ready: false,
  people: [],
};

/** Holds a state and tells listeners when it changes. */
export class StateHolder {
  state: LiveState = START;
  private readonly listeners = new Set<() => void>();

  set(change: Partial<LiveState>): void {
    const keys = Object.keys(change) as (keyof LiveState)[];
    if (keys.every((key) => Object.is(this.state[key], change[key]))) return;
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }
}
