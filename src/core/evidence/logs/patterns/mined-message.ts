import { exceptionClasses } from '../trace.ts';
import { FRAME_SHAPES } from './frame-shapes.data.ts';
import { TRACE_CHARACTER } from './shape-words.ts';

/** Frames that tell a trace apart. */
const MOST_FRAMES = 3;
const MOST_LINES = 200;
const LONGEST_MESSAGE = 250;

/**
 * The message to mine for a record with further lines: with the exception of its trace and the frames where it was
 * thrown, without line numbers. So traces are grouped by exception and top frames, whatever values their messages hold.
 * A record without a trace is mined as it is.
 */
export function minedMessage(message: string, details: string): string {
  const lines = details.split('\n', MOST_LINES);
  const frames = topFrames(lines);
  if (frames.length === 0) return message;
  const classes = exceptionClasses(`${message}\n${details}`);
  const thrown = classes[0] ?? 'trace';
  return `${message.slice(0, LONGEST_MESSAGE)} ${TRACE_CHARACTER} ${thrown} at ${frames.join(', ')}`;
}

/** Names of the frames nearest to where the exception was thrown; Python writes them last. */
function topFrames(lines: readonly string[]): string[] {
  for (const { shape, lastIsTop } of FRAME_SHAPES) {
    const names = lines.flatMap((line) => {
      const groups = shape.exec(line)?.groups;
      return groups === undefined ? [] : [groups['name'] ?? ''];
    });
    if (names.length > 0) return lastIsTop ? names.slice(-MOST_FRAMES).toReversed() : names.slice(0, MOST_FRAMES);
  }
  return [];
}
