import { Agent, request } from 'node:http';

/** Times of many calls, in milliseconds. */
export interface Latency {
  readonly median: number;
  readonly p95: number;
  /** Calls a second, all clients together. */
  readonly rate: number;
}

/** Calls `work` again and again from so many clients at once; each waits for its answer before it calls again. */
export async function load(
  work: (call: number) => Promise<unknown>,
  { clients, calls, warmUps = 20 }: { readonly clients: number; readonly calls: number; readonly warmUps?: number },
): Promise<Latency> {
  for (let index = 0; index < warmUps; index += 1) await work(index);
  const times: number[] = [];
  let next = warmUps;
  const started = performance.now();
  const client = async (): Promise<void> => {
    while (next < warmUps + calls) {
      const index = next;
      next += 1;
      const start = performance.now();
      await work(index);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  return { median: at(times, 0.5), p95: at(times, 0.95), rate: times.length / seconds };
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request over a kept connection; rejects for everything but success. Lighter on the machine than `fetch`. */
export async function call(
  url: string,
  options: { readonly headers: Readonly<Record<string, string>>; readonly method?: string; readonly body?: unknown },
): Promise<string> {
  const body = options.body === undefined ? undefined : JSON.stringify(options.body);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const headers = body === undefined ? options.headers : { ...options.headers, 'content-type': 'application/json' };
  const sent = request(url, { agent, method: options.method ?? 'GET', headers }, (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () => {
      const text = Buffer.concat(parts).toString();
      if ((response.statusCode ?? 500) < 300) resolve(text);
      else
        reject(new Error(`${options.method ?? 'GET'} ${url} answered ${response.statusCode}: ${text.slice(0, 500)}`));
    });
    response.on('error', reject);
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}
