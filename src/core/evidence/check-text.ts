import type { Finding } from '#core/errors';

import { indexText, placeAt } from './source-text.ts';
import type { EvidenceText } from './types.ts';

const HEAD = 65_536;
/** Share of control characters above which a text is taken for binary. */
const BINARY_SHARE = 0.1;

/** Whether a text can be read at all, and what is odd about it. */
export function checkText(input: EvidenceText): { readonly readable: boolean; readonly findings: Finding[] } {
  if (input.text.trim() === '') return { readable: false, findings: [empty(input)] };
  if (looksBinary(input.text)) return { readable: false, findings: [binary(input)] };
  return { readable: true, findings: [...hollow(input), ...undecodable(input)] };
}

function empty({ file, text }: EvidenceText): Finding {
  return {
    code: 'evidence-empty',
    severity: 'warning',
    message: text === '' ? `${file} is empty.` : `${file} contains nothing but blanks.`,
    place: { file },
    help: 'Export it again, or leave it out.',
  };
}

function looksBinary(text: string): boolean {
  const start = hollowLength(text);
  const end = Math.min(text.length, start + HEAD);
  let odd = 0;
  for (let at = start; at < end; at++) if (isOdd(text.charCodeAt(at))) odd++;
  return start === end || odd > (end - start) * BINARY_SHARE;
}

/** How many NUL characters a text begins with. */
export function hollowLength(text: string): number {
  let length = 0;
  while (text.charCodeAt(length) === 0) length++;
  return length;
}

/** A file that was emptied while a program went on writing at its old place begins with a hole. */
function hollow({ file, text }: EvidenceText): Finding[] {
  const length = hollowLength(text);
  if (length === 0) return [];
  return [
    {
      code: 'evidence-hollow',
      severity: 'warning',
      message: `${file} begins with ${length} NUL bytes, as a file does that was emptied while a program wrote to it.`,
      place: { file },
      help: 'What follows them was read; look for the time before it in the rotated file.',
    },
  ];
}

/** Tab, line breaks, form feed, escape (colours) and the four separators (28–31) occur in text. */
function isOdd(code: number): boolean {
  return code < 9 || (code > 13 && code < 27) || code === 0xfffd;
}

function binary({ file }: EvidenceText): Finding {
  return {
    code: 'evidence-binary',
    severity: 'warning',
    message: `${file} is not text.`,
    place: { file },
    help: 'Unpack or export it as text, JSON or CSV first.',
  };
}

function undecodable(input: EvidenceText): Finding[] {
  const first = input.text.indexOf('\ufffd');
  if (first === -1) return [];
  let count = 0;
  for (let at = first; at !== -1; at = input.text.indexOf('\ufffd', at + 1)) count++;
  const finding: Finding = {
    code: 'evidence-wrong-encoding',
    severity: 'warning',
    message: `${input.file} has ${count} characters that could not be decoded as ${input.encoding}.`,
    place: placeAt(indexText(input), first),
    help: 'Those characters show as “\ufffd”, and byte offsets after them may be off; save the file as UTF-8 to avoid both.',
  };
  return [finding];
}
