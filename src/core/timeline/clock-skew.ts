import type { Finding } from '#core/errors';
import type { EvidenceEvent } from '#core/evidence';

/** Seconds to take off an event's clock; 0 where nothing is declared. */
export type SkewOf = (event: EvidenceEvent) => number;

/**
 * Reads declared skew: the file name (with or without folders) goes before the file's stem, that before the service,
 * that before the format.
 */
export function clockSkew(declared: ReadonlyMap<string, number>): SkewOf {
  if (declared.size === 0) return () => 0;
  const files = new Map<string, number | undefined>();
  return (event) => {
    const { file, format } = event.source;
    if (!files.has(file)) files.set(file, byFile(file, declared));
    const byService = event.service === undefined ? undefined : declared.get(event.service);
    return files.get(file) ?? byService ?? declared.get(format) ?? 0;
  };
}

/** A warning for every declared skew that stands for nothing in the evidence: probably a misspelt name. */
export function unusedSkew(declared: ReadonlyMap<string, number>, events: readonly EvidenceEvent[]): Finding[] {
  if (declared.size === 0) return [];
  const names = new Set<string>();
  for (const event of events) for (const name of skewNames(event)) names.add(name);
  return [...declared.keys()]
    .filter((name) => !names.has(name))
    .toSorted()
    .map((name) => ({
      code: 'skew-unused',
      severity: 'warning',
      message: `Clock skew is declared for ${JSON.stringify(name)}, but no evidence has that file name, service or format.`,
      help: `Use one of: ${[...names]
        .filter((known) => !known.includes('/'))
        .toSorted()
        .slice(0, 20)
        .join(', ')}.`,
    }));
}

function skewNames(event: EvidenceEvent): string[] {
  const { file, format } = event.source;
  return [...fileNames(file), format, ...(event.service === undefined ? [] : [event.service])];
}

function byFile(file: string, declared: ReadonlyMap<string, number>): number | undefined {
  for (const name of fileNames(file)) {
    const seconds = declared.get(name);
    if (seconds !== undefined) return seconds;
  }
  return undefined;
}

/** `logs/api.log.gz` → itself, `api.log.gz`, `api`. */
function fileNames(file: string): string[] {
  const base = file.slice(file.lastIndexOf('/') + 1);
  const dot = base.indexOf('.', 1);
  return [...new Set([file, base, dot === -1 ? base : base.slice(0, dot)])];
}
