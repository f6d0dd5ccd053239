import { CLAIM_BLOCKERS } from './claim-blockers.data.ts';
import { CLAIM_HINT, CLAIM_WORDINGS, type ClaimKind } from './claim-wordings.data.ts';

/** Something that a sentence says has happened. */
export interface Claim {
  readonly kind: ClaimKind;
  /** 0…1. */
  readonly strength: number;
  /** The words that say it. */
  readonly words: string;
}

/** More than people write in one message; what follows is quoted output. */
const READ_AT_MOST = 2000;
const CLAUSES = /(?<=[.!?;])\s+|\n+|\s+[–—-]{1,2}\s+|,\s+(?:but|and|so|now)\s+|\s+(?:but|however|although)\s+/u;

/**
 * What a text claims to have happened, at most one claim of each kind, the strongest. Questions, denials, intentions
 * and talk of other incidents are not claims ("not resolved yet", "should we roll back?", "if we revert").
 */
export function findClaims(text: string): Claim[] {
  if (!CLAIM_HINT.test(text)) return [];
  const best = new Map<ClaimKind, Claim>();
  for (const clause of plain(text).split(CLAUSES)) {
    for (const claim of claimsOf(clause)) {
      if (claim.strength > (best.get(claim.kind)?.strength ?? 0)) best.set(claim.kind, claim);
    }
  }
  return [...best.values()];
}

function claimsOf(clause: string): Claim[] {
  return CLAIM_WORDINGS.flatMap(({ claim, strength, pattern }) => {
    const match = pattern.exec(clause);
    if (match === null) return [];
    const rest = strength * remaining(clause, match.index, match.index + match[0].length);
    return rest === 0 ? [] : [{ kind: claim, strength: rest, words: match[0].trim() }];
  });
}

/** The share of a claim's strength that the words around it leave. */
function remaining(clause: string, start: number, end: number): number {
  const parts = {
    before: clause.slice(0, start),
    inside: clause.slice(start, end),
    within: clause,
    after: clause.slice(end),
  };
  return CLAIM_BLOCKERS.reduce(
    (rest, { where, pattern, remains }) => (pattern.test(parts[where]) ? rest * remains : rest),
    1,
  );
}

/** Without what is not prose: addresses, code, quoted lines and Markdown marks. */
function plain(text: string): string {
  return text
    .slice(0, READ_AT_MOST)
    .replace(/```[^]*?(?:```|$)/gu, ' ')
    .replace(/^>.*$/gmu, ' ')
    .replace(/\]\([^)\s]*\)/gu, ' ')
    .replace(/https?:\/\/\S+/gu, ' ')
    .replace(/[*_`[\]~]/gu, '');
}
