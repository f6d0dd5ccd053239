import type { Finding } from '#core/errors';

import type { LogReading } from './read-log-files.ts';
import { BOMB } from './packed-log.ts';
import { CHANGED } from './log-scan.ts';

/** What is worth telling about how logs were read. */
export function logFindings(logs: readonly LogReading[]): Finding[] {
  return logs.flatMap((log) => [
    ...troubles(log),
    ...disorder(log),
    ...growth(log),
    ...assumed(log),
    ...longLines(log),
  ]);
}

function troubles({ trouble, plan }: LogReading): Finding[] {
  if (trouble === null) return [];
  const place = { file: plan.name };
  if (trouble === BOMB) {
    return [
      {
        code: 'log-unpacks-too-far',
        severity: 'error',
        message: `${plan.name} ${BOMB}; its beginning was read and the rest was not.`,
        place,
        help: 'If it is a log all the same, unpack it yourself and name the unpacked file.',
      },
    ];
  }
  if (trouble === CHANGED) {
    return [
      {
        code: 'log-changed-while-read',
        severity: 'warning',
        message: `${plan.name} became shorter while it was read, as logs do when they are rotated; what was left of it was read.`,
        place,
        help: 'Run the command again, and name the rotated file, too.',
      },
    ];
  }
  return [plan.packing === 'plain' ? unreadable(plan.name, trouble) : damaged(plan.name, trouble)];
}

function damaged(file: string, trouble: string): Finding {
  return {
    code: 'log-archive-damaged',
    severity: 'warning',
    message: `${file} cannot be unpacked to its end (${trouble}); what comes before was read.`,
    place: { file },
    help: 'Copy the file again from where it was packed.',
  };
}

function unreadable(file: string, trouble: string): Finding {
  return {
    code: 'log-unreadable',
    severity: 'error',
    message: `${file} could not be read to its end (${trouble}); what comes before was read.`,
    place: { file },
    help: 'Look at its permissions, then run the command again.',
  };
}

function disorder({ map, plan }: LogReading): Finding[] {
  if (map.ordered) return [];
  return [
    {
      code: 'log-not-in-order',
      severity: 'info',
      message: `The lines of ${plan.name} are not in order of time. Every block that has a line of the window was read, so none is lost.`,
      place: { file: plan.name },
    },
  ];
}

function growth({ plan, grew }: LogReading): Finding[] {
  if (!grew) return [];
  return [
    {
      code: 'log-grew-while-read',
      severity: 'info',
      message: `${plan.name} was written to while it was read; what came after ${grouped(plan.size)} bytes is not told.`,
      place: { file: plan.name },
      help: 'Run the command again to see it, too.',
    },
  ];
}

function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

function assumed({ plan, zone, zoneAssumed }: LogReading): Finding[] {
  if (!zoneAssumed) return [];
  return [
    {
      code: 'log-zone-assumed',
      severity: 'info',
      message: `Times in ${plan.name} state no zone and are read as ${zone}.`,
      place: { file: plan.name },
      help: 'If the program wrote local times, name its zone with --zone.',
    },
  ];
}

function longLines({ plan, cuts }: LogReading): Finding[] {
  if (cuts === 0) return [];
  const which = cuts === 1 ? 'A line' : `${String(cuts)} lines`;
  return [
    {
      code: 'log-line-cut',
      severity: 'warning',
      message: `${which} of ${plan.name} ${cuts === 1 ? 'is' : 'are'} longer than half a megabyte; the beginning was read.`,
      place: { file: plan.name },
      help: 'The evidence itself is complete; look it up there.',
    },
  ];
}
