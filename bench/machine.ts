import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** One line about the machine that the figures belong to; its load at the start tells how far to trust them. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${String(Math.round(totalmem() / 2 ** 30))} GB`;
  const load = loadavg()[0]!.toFixed(1);
  return `${model}, ${String(availableParallelism())} cores, ${memory}, Node ${process.version}, ${process.platform} ${process.arch}, load ${load}`;
}
