import type { Finding, RefusalKind } from '#core/errors';

/** What the process tells the shell that started it. */
export const EXIT = { done: 0, blocked: 1, usage: 2, unreadable: 3 } as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code for each kind of refusal. */
const EXIT_OF_KIND: Readonly<Record<RefusalKind, ExitCode>> = {
  invalid: EXIT.usage,
  conflict: EXIT.blocked,
  missing: EXIT.unreadable,
  forbidden: EXIT.unreadable,
  limited: EXIT.unreadable,
  unavailable: EXIT.unreadable,
};

/** The exit code for a refusal of that kind. */
export function exitOfKind(kind: RefusalKind): ExitCode {
  return EXIT_OF_KIND[kind];
}

/** 1 if a finding blocks, 3 if an input that was named could not be read, else 0. */
export function exitOfFindings(findings: readonly Finding[], unreadable: boolean): ExitCode {
  if (unreadable) return EXIT.unreadable;
  return findings.some((finding) => finding.severity === 'error') ? EXIT.blocked : EXIT.done;
}
