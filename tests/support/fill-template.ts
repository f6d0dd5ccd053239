/** A template with a distinct value for every prompt in it. */
export interface FilledTemplate {
  readonly markdown: string;
  readonly values: readonly string[];
}

/** Comments stay; so do links to files. */
const PROMPTS =
  /<!--[\s\S]*?-->|\[[^\][]*\{\{[^\][]*\]\([^)]*\)|\\<[^<>]+\\>|\{\{[A-Z_0-9]+\}\}|\[(?![ x]\])[^\]]+\](?!\()|INC-YYYY-MM-DD-NNN|YYYY-MM-DD HH:MM|YYYY-MM-DD(?!-<)|HH:MM|X hours Y minutes|X min(?:utes)?\b|SEV-X|Yes \/ No(?: \/ TBD)?/gu;

/** Values to choose from, as templates list them. */
const CHOICES: readonly (readonly [RegExp, string])[] = [
  [/Draft \/ Final/gu, 'Final'],
  [/P1\/P2\/P3/gu, 'P2'],
  [/SEV1 \| SEV2 \| SEV3 \| SEV4/gu, 'SEV2'],
  [/Draft [|/] In Review [|/] \w+/gu, 'In Review'],
  [/P0 \| P1 \| P2/gu, 'P1'],
  [/Technical \/ Process \/ Human/gu, 'Technical'],
];

/** Fills in a template as a machine would: prompts become words that differ by their number, times rise, dates differ. */
export function fillTemplate(
  template: string,
  word = (number: number): string => `value-${String(number)}-end`,
): FilledTemplate {
  const values: string[] = [];
  let count = 0;
  const next = (): number => (count += 1);
  const fill = (prompt: string): string => {
    if (prompt.startsWith('<!--')) return prompt;
    const fixed = fixedValue(prompt, next);
    if (fixed !== undefined) return fixed;
    const value = word(next());
    values.push(value);
    return value;
  };
  let markdown = template.replace(PROMPTS, fill);
  for (const [choice, chosen] of CHOICES) markdown = markdown.replace(choice, chosen);
  return { markdown, values };
}

/** A template with its prompts deleted and nothing in their place. */
export function clearTemplate(template: string): string {
  let markdown = template.replace(PROMPTS, (prompt) => (prompt.startsWith('<!--') ? prompt : ''));
  for (const [choice] of CHOICES) markdown = markdown.replace(choice, '');
  return markdown;
}

function fixedValue(prompt: string, next: () => number): string | undefined {
  if (prompt === 'INC-YYYY-MM-DD-NNN') return 'INC-2026-03-04-001';
  if (prompt === 'YYYY-MM-DD HH:MM') return '2026-03-04 10:00';
  if (prompt === 'YYYY-MM-DD') return `2026-04-${two((next() % 28) + 1)}`;
  if (prompt === 'HH:MM') return clock(next());
  if (prompt.startsWith('X ')) return `${String(next())} minutes`;
  if (prompt === 'SEV-X') return 'SEV-2';
  return prompt.startsWith('Yes') ? 'Yes' : undefined;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Later for a higher number: three minutes each. */
function clock(number: number): string {
  return `${two(8 + Math.floor(number / 20))}:${two((number % 20) * 3)}`;
}
