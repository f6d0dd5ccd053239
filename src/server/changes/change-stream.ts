import type { Actor } from '#core/workflow';

/** Somebody who listens. */
export interface OpenStream {
  readonly actor: Actor;
  write(text: string): void;
  /** Looks again whether this person may still listen, and ends the stream if not. */
  recheck(): void;
  close(): void;
}

interface StreamParts {
  readonly actor: Actor;
  /** Lets the same request in once more; refuses where its session or its rights have ended. */
  readonly admit: () => Promise<Actor>;
  readonly joined: { add(stream: OpenStream): void; remove(stream: OpenStream): void };
}

/** Shorter than what proxies wait before they close a silent connection. */
const HEARTBEAT_MS = 25_000;
/** Messages that may wait for a slow reader; who is slower connects again and asks for everything. */
const MOST_WAITING = 1000;

/** A stream of server-sent events that ends with the rights of whoever listens. */
export function changeStream({ actor, admit, joined }: StreamParts): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const parts: { leave?: () => void } = {};
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        let isOpen = true;
        const close = (): void => {
          if (!isOpen) return;
          parts.leave?.();
          controller.close();
        };
        const write = (text: string): void => {
          if (!isOpen) return;
          controller.enqueue(encoder.encode(text));
          if ((controller.desiredSize ?? 0) < -MOST_WAITING) close();
        };
        const recheck = (): void => {
          admit().then(
            // Another role may see other things: the page connects again and asks for everything.
            (now) => (now.role === actor.role ? write(': still here\n\n') : close()),
            () => close(),
          );
        };
        const stream: OpenStream = { actor, write, recheck, close };
        const heartbeat = setInterval(recheck, HEARTBEAT_MS);
        parts.leave = () => {
          isOpen = false;
          clearInterval(heartbeat);
          joined.remove(stream);
        };
        joined.add(stream);
        write('retry: 2000\n\n');
      },
      cancel: () => parts.leave?.(),
    },
    { highWaterMark: 1 },
  );
}
