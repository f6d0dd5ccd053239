/** What somebody hears who comes too early; not why a start failed. */
const TO_OTHERS = /FATAL:\s+the database system is/u;

/** The one line of what PostgreSQL said that tells why it failed, without prefix and full stop: the first complaint. */
export function tellingLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !TO_OTHERS.test(line));
  const why = lines.find((line) => /\b(?:FATAL|PANIC|ERROR|error):/u.test(line)) ?? lines.at(-1);
  return (why ?? 'it gave no reason').replace(/^.*?\b(?:FATAL|PANIC|ERROR|error):\s*/u, '').replace(/[.\s]+$/u, '');
}
