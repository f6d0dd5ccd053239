import { afterEach, describe, expect, it, vi } from 'vitest';

import { readChunks, readJson } from './read-body.ts';

type Body = string | ReadableStream<Uint8Array>;

function request(body: Body, headers: Record<string, string> = {}): Request {
  const init = {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    duplex: 'half',
  } as const;
  return new Request('http://localhost/', init);
}

function streamed(...chunks: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += new TextDecoder().decode(chunk);
  return text;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('readJson', () => {
  it('reads a body of known and of unknown length', async () => {
    expect(await readJson(request('{"a":"é"}'))).toEqual({ a: 'é' });
    expect(await readJson(request(streamed('{"a":', '"b"}')))).toEqual({ a: 'b' });
    expect(await readJson(request('[]', { 'content-type': 'application/merge-patch+json; charset=utf-8' }))).toEqual(
      [],
    );
  });

  it('keeps a text that only speaks of the character it refuses', async () => {
    expect(await readJson(request(String.raw`{"a":"\\u0000"}`))).toEqual({ a: String.raw`\u0000` });
    await expect(readJson(request(String.raw`{"a":[{"b":"\u0000"}]}`))).rejects.toThrow('U+0000');
    await expect(readJson(request(String.raw`{"\u0000":1}`))).rejects.toThrow('U+0000');
  });

  it('looks through what is nested deeply, too', async () => {
    const deep = '['.repeat(100_000) + String.raw`"\u0000"` + ']'.repeat(100_000);
    await expect(readJson(request(deep))).rejects.toThrow('U+0000');
  });

  it('takes nothing compressed, which would pass every limit', async () => {
    await expect(readJson(request('x', { 'content-encoding': 'gzip' }))).rejects.toThrow('without Content-Encoding');
    const upload = readChunks(request('x', { 'content-encoding': 'br' }), { bytes: 10, idleSeconds: 1 });
    await expect(gather(upload)).rejects.toThrow('br-encoded');
  });

  it('refuses at the first byte too many', async () => {
    const limits = { bytes: 8, idleSeconds: 1 };
    expect(await readJson(request('"123456"'), limits)).toBe('123456');
    await expect(readJson(request('"1234567"'), limits)).rejects.toThrow('larger than the 0 kB');
    await expect(readJson(request(streamed('"1234', '567"')), limits)).rejects.toThrow('larger than');
    await expect(readJson(request('1', { 'content-length': '9' }), limits)).rejects.toThrow('larger than');
  });
});

describe('readChunks', () => {
  it('gives what arrives as it arrives', async () => {
    expect(await gather(readChunks(request(streamed('a', 'b')), { bytes: 2, idleSeconds: 1 }))).toBe('ab');
    const none = new Request('http://localhost/', { method: 'POST' });
    expect(await gather(readChunks(none, { bytes: 2, idleSeconds: 1 }))).toBe('');
  });

  it('waits for the next part, but not for ever', async () => {
    vi.useFakeTimers();
    const body = new ReadableStream<Uint8Array>({ start: () => {} });
    const reading = gather(readChunks(request(body), { bytes: 10, idleSeconds: 30 })).catch(String);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(await reading).toContain('No more of the body arrived for 30 seconds');
  });
});
