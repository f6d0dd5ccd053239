/**
 * What templates leave for people to fill in, by shape: `[Name]`, `{{OWNER}}`, `\<name\>`, `HH:MM`, `YYYY-MM-DD`,
 * `X hours Y minutes`, `INC-XXXX`, `Draft | In Review | Complete`.
 */
const SHAPES: readonly RegExp[] = [
  // A bracketed prompt; neither a link, a reference, a footnote nor a task box.
  /^\[(?![ xX*]?\]|\^)[^[\]]+\](?:\s*\[[^[\]]+\])*$/u,
  /^[^{}\\\n]{0,20}\{\{[^{}]*\}\}.*$/u,
  /^(?!\\)[^`]*\{\{[A-Z][A-Z0-9_]*\}\}[^`]*$/u,
  /^\\<[^<>\n]+\\>\.?$/u,
  /^<(?!!--|\/|https?:|br\b)[a-zA-Z][^<>@\\]*>\.?$/u,
  /^(?:[A-Z]{2,5}-)*(?:YYYY|HH:MM|XXXX?)(?:[-: ](?:YYYY|MM|DD|HH|HH:MM|NNN|SEQ|XXXX?|X))*(?:\s*\([^()]*\bX [^()]*\))?$/u,
  /^(?:SEV|P|INC)-?X+$/u,
  /^[$€£]?X+ (?:min|minutes|hours|days|%)(?: [XY]+ (?:min|minutes|hours))?(?: from .*)?(?: \([^()]*\))?$/u,
  /^Yes \/ No(?: \/ [A-Za-z]+)*$/u,
  /^(?:Technical \/ Process \/ Human|Draft(?: [|/] (?:In Review|Approved|Complete|Final))+|SEV1(?: \| SEV\d)+|P0(?: \| P\d)+|P1\/P2\/P3)$/u,
];

/** What every shape has at least one of; most values have none. */
const SUSPICIOUS = /[[{<X]|YYYY|HH:MM|\s[/|]\s|P1\/P2/u;
const LONGEST_PROMPT = 2_000;

/** True for text that a template left to be filled in. Only whole values count; a prompt inside a sentence does not. */
export function isPlaceholder(text: string): boolean {
  if (text.length > 2 * LONGEST_PROMPT || !SUSPICIOUS.test(text)) return false;
  const value = text.replaceAll(/\s+/gu, ' ').trim();
  return value.length < LONGEST_PROMPT && SHAPES.some((shape) => shape.test(value));
}

/** Protects a real value that looks like a prompt by a backslash, which Markdown does not show. */
export function guardPlaceholder(value: string): string {
  return looksGuarded(value) ? `\\${value}` : value;
}

/** Inverse of {@link guardPlaceholder}. */
export function unguardPlaceholder(raw: string): string {
  return raw.startsWith('\\') && looksGuarded(raw.slice(1)) ? raw.slice(1) : raw;
}

/** True for a prompt behind any number of backslashes, so that guarding can be undone exactly. */
function looksGuarded(value: string): boolean {
  for (let rest = value; ; rest = rest.slice(1)) {
    if (isPlaceholder(rest)) return true;
    if (!rest.startsWith('\\')) return false;
  }
}
