import { IRREGULAR } from './strength-words.data.ts';

/** Forms of an English verb: `add`, `adds`, `adding`, `added`; of several words the first one changes. */
export function inflections(verb: string): { readonly present: readonly string[]; readonly past: readonly string[] } {
  const [first = '', ...rest] = verb.split(' ');
  const tail = rest.length === 0 ? '' : ` ${rest.join(' ')}`;
  const stem = doubled(first);
  const soft = first.replace(/e$/u, '');
  const regular = /[^aeiou]y$/u.test(first)
    ? `${first.slice(0, -1)}ied`
    : first.endsWith('e')
      ? `${first}d`
      : `${stem}ed`;
  const ing = first.length > 2 && first.endsWith('e') ? `${soft}ing` : `${stem}ing`;
  return {
    present: [first, plural(first), ing].map((form) => form + tail),
    past: [...(IRREGULAR[first] ?? [regular])].map((form) => form + tail),
  };
}

/** `check` → `checks`, `policy` → `policies`, `patch` → `patches`. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/u.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Short verbs double their last letter: `stop`, `drop`, `pin`, `cap`. */
function doubled(verb: string): string {
  return /^[^aeiou]*[aeiou][bdgklmnprt]$/u.test(verb) ? verb + verb.slice(-1) : verb;
}
