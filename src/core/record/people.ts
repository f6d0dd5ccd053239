import type { Postmortem } from './postmortem.ts';
import { toLine } from './text.ts';

/** Somebody named in a role of the record. */
type Person = NonNullable<Postmortem['people']>[number];

const ROLES = [
  'authors',
  'facilitator',
  'commander',
  'recorder',
  'onCallPrimary',
  'onCallSecondary',
  'attendees',
  'reviewers',
] as const;

/** Everybody named in a role, once, with all their roles; in a fixed order of roles. */
export function derivePeople(record: Postmortem): Person[] {
  const people = new Map<string, Person>();
  for (const role of ROLES) {
    for (const name of peopleIn(record.roles?.[role])) {
      const key = (name.handle ?? name.email ?? name.name ?? '').toLowerCase();
      const known = people.get(key);
      if (known === undefined) people.set(key, { ...name, roles: [role] });
      else if (!known.roles.includes(role)) known.roles.push(role);
    }
  }
  return [...people.values()];
}

/** Names as people list them: separated by commas, semicolons, slashes or "and"; `@handle`, `Name <mail>`, `Name (@handle)`. */
export function peopleIn(written: string | undefined): Omit<Person, 'roles'>[] {
  if (written === undefined) return [];
  return written.split(/\s*(?:[,;]|\s\/\s|\s(?:and|&|und|et|y)\s)\s*/u).flatMap((part) => {
    const email = /[\w.+-]+@[\w-]+\.[\w.-]+/u.exec(part)?.[0];
    const handle = /(?<![\w.])@[\w.-]+/u.exec(part)?.[0];
    const name = toLine(
      part
        .replace(email ?? '\u0000', '')
        .replace(handle ?? '\u0000', '')
        .replaceAll(/[<>()[\]]/gu, ' ')
        .trim(),
    );
    if (name === undefined && handle === undefined && email === undefined) return [];
    return [
      {
        ...(handle === undefined ? {} : { handle }),
        ...(name === undefined ? {} : { name }),
        ...(email === undefined ? {} : { email }),
      },
    ];
  });
}
