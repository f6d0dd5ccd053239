/** What a figure counts. */
export type FigureKind = 'users' | 'error rate' | 'tickets';

/** How texts tell figures of an impact. */
export const FIGURES: readonly { readonly kind: FigureKind; readonly pattern: RegExp }[] = [
  {
    kind: 'users',
    pattern:
      /(?<![\w.,-])(?<number>\d[\d.,]*)\s?(?<scale>k|thousand|million)?\+? (?:\w+ )?(?:users|customers|accounts|people|subscribers|visitors)\b/giu,
  },
  {
    kind: 'error rate',
    pattern:
      /\b(?:error|failure) rates? (?:\w+ ){0,3}?(?:of|to|at|was|were|reached|hit) (?:\w+ )?(?<number>\d[\d.,]*)\s?%/giu,
  },
  { kind: 'tickets', pattern: /(?<![\w.,-])(?<number>\d[\d.,]*) (?:support )?tickets\b/giu },
];
