const DISABLED = /(?:oxlint|eslint)-disable(?:-next-line|-line)?\b(.*)$/;
const NAMES_A_RULE_AND_REASON = /^\s+[\w@/-]+(?:,\s*[\w@/-]+)*\s+--\s+\S/;

/** Line numbers, from 1, where a lint rule is lifted without naming the rule and, after ` -- `, the reason. */
export function liftedWithoutReason(source: string): readonly number[] {
  return source.split('\n').flatMap((line, index) => {
    const rest = DISABLED.exec(line)?.[1];
    return rest === undefined || NAMES_A_RULE_AND_REASON.test(rest) ? [] : [index + 1];
  });
}
