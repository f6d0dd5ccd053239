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
  return { readable: true, findings: undecodable(input) };
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
  const length = Math.min(text.length, HEAD);
  let odd = 0;
  for (let at = 0; at < length; at++) if (isOdd(text.charCodeAt(at))) odd++;
  return odd > length * BINARY_SHARE;
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
