import { FURNITURE } from './furniture.data.ts';

// Terminal colours and titles, then all other control characters but the tab.
const CONTROL =
  // oxlint-disable-next-line no-control-regex -- control characters are what this takes out
  /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[@-Z\\-_])|[\u0000-\u0008\u000B-\u001F\u007F\uFEFF]/gu;

/** Takes terminal colours, NUL bytes and other control characters out of a line, and the carriage returns at its end. */
export function cleanLine(line: string): string {
  return hasControl(line) ? line.replaceAll(CONTROL, '') : line;
}

function hasControl(line: string): boolean {
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if ((code < 32 && code !== 9) || code === 127 || code === 0xfeff) return true;
  }
  return false;
}

/** Whether a line is part of the file and of no record, as `#Fields: date time`. */
export function isFurniture(line: string): boolean {
  return FURNITURE.some((pattern) => pattern.test(line));
}
