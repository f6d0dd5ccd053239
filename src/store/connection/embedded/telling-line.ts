/** The one line of what PostgreSQL said that tells why it failed, without prefix and full stop. */
export function tellingLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const why = lines.findLast((line) => /\b(?:FATAL|PANIC|ERROR|error):/u.test(line)) ?? lines.at(-1);
  return (why ?? 'it gave no reason').replace(/^.*?\b(?:FATAL|PANIC|ERROR|error):\s*/u, '').replace(/[.\s]+$/u, '');
}
