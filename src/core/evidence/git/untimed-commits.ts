import type { EventCollector } from '../event-collector.ts';
import type { Commit } from './commit.ts';

/** Command that prints everything this program can use. */
const TIMED_COMMAND = 'git log --date=iso-strict --pretty=fuller --name-only';

/** One finding for all commits of a file that have no time. */
export function remarkUntimed(events: EventCollector, untimed: readonly Commit[]): void {
  const first = untimed[0];
  if (first === undefined) return;
  const shown = `${first.sha.slice(0, 12)} “${first.subject.slice(0, 60)}”`;
  const count = untimed.length === 1 ? `Commit ${shown} has` : `${untimed.length} commits have`;
  const from = untimed.length === 1 ? '' : `, the first is ${shown}`;
  const relative = first.date === undefined ? '' : ` (“${first.date}” tells no instant)`;
  events.remark(first.start, {
    code: 'commit-without-time',
    message: `${count} no time${relative}${from}.`,
    help: `Print them with: ${TIMED_COMMAND}`,
  });
}
