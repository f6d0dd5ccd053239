import { TextDecoder } from 'node:util';

import { Refusal, refusal, refuse } from '#core/errors';

/** How much of a body is taken, and how long is waited for its next part. */
export interface BodyLimits {
  readonly bytes: number;
  readonly idleSeconds: number;
}

/** JSON is held in memory whole; streams have the limits of their routes. */
const JSON_LIMITS: BodyLimits = { bytes: 10 * 1024 * 1024, idleSeconds: 30 };

/** The JSON of a request; refuses other types, larger ones, and what does not parse. */
export async function readJson(request: Request, limits: BodyLimits = JSON_LIMITS): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.+-]+\+)?json\b/iu.test(type)) {
    refuse('media-type-unsupported', { given: type, expected: 'application/json' });
  }
  return parseJson(await readText(request, limits));
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (text.includes(String.raw`\u0000`)) refuseNul(value);
    return value;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return refuse('request-malformed', { reason: `the body is not JSON: ${(error as Error).message}` });
  }
}

/** No database keeps this character in a text, and nobody means it. Without recursion: bodies may be nested deeply. */
export function refuseNul(value: unknown): void {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const each = waiting.pop();
    if (typeof each === 'string' && each.includes('\0')) {
      refuse('request-malformed', { reason: 'a text holds the character U+0000' });
    }
    if (typeof each !== 'object' || each === null) continue;
    for (const [name, inner] of Object.entries(each)) waiting.push(name, inner);
  }
}

async function readText(request: Request, limits: BodyLimits): Promise<string> {
  refuseCompressed(request);
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (Number.isNaN(length)) return readUnknownLength(request, limits);
  refuseLarger(length, limits);
  // Node gives exactly as many bytes as were announced.
  const bytes = await withinTime(request.arrayBuffer(), limits.idleSeconds);
  return decode(new TextDecoder('utf-8', { fatal: true }), new Uint8Array(bytes));
}

async function readUnknownLength(request: Request, limits: BodyLimits): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for await (const chunk of readChunks(request, limits)) text += decode(decoder, chunk, { stream: true });
  return text + decode(decoder);
}

function decode(decoder: TextDecoder, chunk?: Uint8Array, options?: { readonly stream: boolean }): string {
  try {
    return decoder.decode(chunk, options);
  } catch {
    return refuse('request-malformed', { reason: 'the body is not UTF-8' });
  }
}

/** The bytes of a request as they arrive. Refuses at the first byte too many, so that nothing large is ever held. */
export async function* readChunks(request: Request, limits: BodyLimits): AsyncGenerator<Uint8Array> {
  refuseCompressed(request);
  refuseLarger(Number(request.headers.get('content-length') ?? 0), limits);
  const body: ReadableStream<Uint8Array> | null = request.body;
  if (body === null) return;
  const reader = body.getReader();
  let size = 0;
  for (;;) {
    const { done, value } = await withinTime(reader.read(), limits.idleSeconds);
    if (done) return;
    size += value.byteLength;
    refuseLarger(size, limits);
    yield value;
  }
}

/** What is small on its way and large here would pass every limit. */
function refuseCompressed(request: Request): void {
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity') {
    refuse('media-type-unsupported', { given: `${encoding}-encoded`, expected: 'a body without Content-Encoding' });
  }
}

/** The connection is not closed with the refusal: the adapter takes in a little more of the body, so that it is heard. */
function refuseLarger(size: number, limits: BodyLimits): void {
  if (size > limits.bytes) refuse('body-too-large', { limit: sizeText(limits.bytes) });
}

function sizeText(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes >= 1 ? `${Math.round(megabytes)} MB` : `${Math.round(bytes / 1024)} kB`;
}

async function withinTime<Value>(pending: Promise<Value>, seconds: number): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(refusal('body-too-slow', { seconds })), seconds * 1000);
  try {
    return await Promise.race([pending, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
