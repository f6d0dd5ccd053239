/** Help text with examples: each a line of what it does and the command itself. */
export function examples(pairs: readonly (readonly [what: string, command: string])[]): string {
  return `\nExamples:\n${pairs.map(([what, command]) => `  # ${what}\n  ${command}`).join('\n')}`;
}
