import type { WrittenTime } from '#core/time';
import { FactCollector } from '../facts/fact-collector.ts';
import { indexText, type TextLine } from '../source-text.ts';
import type { EvidenceText, Format, ReadContext, Sample } from '../types.ts';
import { classifyPost } from './classify-post.ts';
import { postWords, quotedNames } from './post-words.ts';
import { type TranscriptHead, transcriptHead, type TranscriptMessage } from './transcript-line.ts';
import { dayOf, transcriptTimes } from './transcript-times.ts';

/** Least heads, and least share of heads among lines, that make a text a transcript. */
const LEAST_HEADS = 2;
const LEAST_SHARE = 0.2;

/**
 * A chat copied as text: IRC logs (`10:42 <ana> text`), `[10:42] Ana: text`, WhatsApp, and names with a time above the
 * message, as Slack and Teams copy them.
 */
export const chatTranscript: Format = {
  id: 'chat-transcript',
  label: 'Chat transcript',
  recognise,
  read(input, context) {
    const out = new FactCollector(indexText(input));
    out.begin('chat-transcript');
    const messages = messagesIn(input, out, context);
    const { times, remarks } = transcriptTimes(messages, context);
    for (const remark of remarks) out.remarkAt(messages[0]?.start ?? 0, remark);
    for (const [at, message] of messages.entries()) addMessage(message, times[at], out);
    return out.reading();
  },
};

function recognise({ lines }: Sample): number {
  const heads = lines.map(transcriptHead).filter((head) => head !== null);
  const named = heads.filter(({ name }) => name !== undefined);
  if (named.length < LEAST_HEADS || heads.length / lines.length < LEAST_SHARE) return 0;
  const share = (likely: TranscriptHead['likely']): number =>
    heads.filter((head) => head.likely === likely).length / heads.length;
  if (share('sure') > 0.5) return 0.95;
  if (share('hardly') > 0.5) return 0.45;
  const speakers = new Set(named.map(({ name }) => name)).size;
  return speakers <= Math.max(4, named.length * 0.7) ? 0.8 : 0.4;
}

function messagesIn(input: EvidenceText, out: FactCollector, context: ReadContext): readonly TranscriptMessage[] {
  const messages: TranscriptMessage[] = [];
  let day: string | undefined;
  for (const line of indexText(input).lines()) {
    const head = transcriptHead(line.text);
    if (head !== null) {
      messages.push({ head, start: line.start, end: line.end, lines: [head.text], day });
      continue;
    }
    const separator = dayOf(line.text, context, day);
    if (separator !== undefined) day = separator;
    else append(messages.at(-1), line, out);
  }
  return messages;
}

function append(message: TranscriptMessage | undefined, line: TextLine, out: FactCollector): void {
  if (line.text.trim() === '') return;
  if (message === undefined) {
    out.remarkAt(line.start, {
      code: 'chat-line-unread',
      severity: 'info',
      message: `This line stands before the first message: “${line.text.trim().slice(0, 80)}”.`,
    });
    return;
  }
  message.lines.push(line.text);
  message.end = line.end;
}

function addMessage(message: TranscriptMessage, at: WrittenTime | undefined, out: FactCollector): void {
  if (at === undefined) return;
  const { name } = message.head;
  const full = message.lines.join('\n').trim();
  const words = postWords(full === '' ? 'Message without text' : full);
  const system = name === undefined;
  out.add(message, {
    at,
    kind: system ? 'note' : classifyPost(words.text, isBotName(name)),
    text: words.text,
    actor: name,
    names: quotedNames(full),
    details: words.details,
    fold: system && /\b(?:joined|left|quit|parted)\b/u.test(words.text) ? 'chat comings and goings' : undefined,
  });
}

function isBotName(name: string): boolean {
  return /\bbot\b|bot$|\bapp\b|^(?:pagerduty|opsgenie|alertmanager|grafana|datadog|statuspage|incident\.io|rootly|firehydrant|github|sentry)$/iu.test(
    name,
  );
}
