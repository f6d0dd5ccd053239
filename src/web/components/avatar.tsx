import type { ReactElement } from 'react';

interface AvatarProps {
  readonly name: string;
  /** `#rrggbb`; the same one as the person's cursor. */
  readonly colour?: string;
  /** True where the name stands beside it. */
  readonly decorative?: boolean;
}

const firstOf = (word: string): string => String.fromCodePoint(...[word.codePointAt(0) ?? []].flat());

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${firstOf(words[0] ?? '?')}${firstOf(last ?? '')}`.toUpperCase();
}

/** A person, by initials. */
export function Avatar({ name, colour, decorative = false }: AvatarProps): ReactElement {
  const spoken = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name };
  return (
    <span className="avatar" {...spoken} style={colour ? { borderColor: colour } : {}}>
      {initialsOf(name)}
    </span>
  );
}

interface PresenceProps {
  readonly people: readonly { readonly id: string; readonly name: string; readonly colour: string }[];
  /** So many are shown, the others counted. */
  readonly limit?: number;
}

/** Who is here now. */
export function Presence({ people, limit = 5 }: PresenceProps): ReactElement | null {
  if (people.length === 0) return null;
  const more = people.length - limit;
  return (
    <ul className="presence" aria-label="Here now">
      {people.slice(0, limit).map((person) => (
        <li key={person.id}>
          <Avatar name={person.name} colour={person.colour} />
        </li>
      ))}
      {more > 0 && <li className="presence__more">+{more}</li>}
    </ul>
  );
}
