import { SECRET_PATTERNS } from './secrets.data.ts';

/** What stands for a secret. */
const MASK = '***';

/** A text without its secrets, and how many were taken out. */
export interface Masked {
  readonly text: string;
  readonly count: number;
}

/**
 * Takes passwords, tokens, keys and credentials out of a command by the patterns of `secrets.data.ts`. Everything else
 * stays as it is, variables (`$TOKEN`) too. A pattern can miss what it does not know.
 */
export function maskSecrets(text: string): Masked {
  let masked = text;
  let count = 0;
  for (const { pattern } of SECRET_PATTERNS) {
    masked = masked.replaceAll(pattern, (whole: string, ...rest: unknown[]) => {
      const secret = secretOf(rest);
      if (secret === '' || secret === MASK || secret.startsWith(MASK)) return whole;
      count += 1;
      const at = whole.lastIndexOf(secret);
      return whole.slice(0, at) + MASK + whole.slice(at + secret.length);
    });
  }
  return { text: masked, count };
}

function secretOf(rest: readonly unknown[]): string {
  const groups = rest.at(-1) as Readonly<Record<string, string | undefined>> | undefined;
  return groups?.['secret'] ?? '';
}
