import type { Rule, RuleFamily } from '#core/review';

const FAMILIES: Readonly<Record<RuleFamily, string>> = {
  blameless: 'Blameless: about systems, not about people',
  complete: 'Complete: what the template and the policy ask for',
  sound: 'Sound: what contradicts itself or hangs in the air',
  actions: 'Actions: done, seen to be done, and worth doing',
  document: 'Document: what its reading finds',
};

const HEAD = `# Rules of the review

What \`nevertwice check\` and the margin of the editor look at, one section a rule. Written by \`npm run docs:rules\` from the rules
themselves; tests run every example. Examples without a heading are summaries of a document; where a rule is about the
present, they are read on 20 March 2026.

\`error\`: something contradicts itself or cannot be. \`warning\`: what a reviewer would send back. \`info\`: advice. A template or a
team's \`nevertwice.yaml\` may be stricter or laxer. [findings.md](findings.md) lists the findings of every other part.
`;

/** The page that explains every rule: `docs/reference/rules.md`. */
export function rulesPage(rules: readonly Rule[]): string {
  const families = Map.groupBy(rules, ({ family }) => family);
  const parts = [...families].flatMap(([family, members]) => [`## ${FAMILIES[family]}\n`, ...members.map(ruleSection)]);
  return [HEAD, ...parts].join('\n');
}

function ruleSection(rule: Rule): string {
  const { code, dialects, examples, help, severity, source, title, why } = rule;
  return [
    `### \`${code}\`\n`,
    `**${title}** · ${severity}${dialects === undefined ? '' : ` · templates: ${dialects.join(', ')}`}\n`,
    `${why}\n`,
    `What to do: ${help}\n`,
    ...(source === undefined ? [] : [`Source: ${source}\n`]),
    ...exampleList('Found in', examples.bad),
    ...exampleList('Not found in', examples.good),
  ].join('\n');
}

function exampleList(label: string, examples: readonly string[]): string[] {
  return examples.length === 0 ? [] : [`${label}:\n`, ...examples.map(fenced)];
}

/** An example between fences longer than any of its own. */
function fenced(example: string): string {
  const longest = Math.max(2, ...[...example.matchAll(/`{3,}/gu)].map(([fence]) => fence.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${example.trimEnd()}\n${fence}\n`;
}
