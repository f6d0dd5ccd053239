import { peopleIn, type Postmortem } from '#core/record';

const HANDLE = /^@[\w.-]+$/u;

/**
 * Names and handles of the people in a record: everybody with a role or a sign-off, and handles in the timeline and of owners. A name in
 * the timeline may be a system's, so it counts only as a handle.
 */
export function peopleOf(record: Postmortem): string[] {
  const inRoles = Object.values(record.roles ?? {}).flatMap((role) => (typeof role === 'string' ? peopleIn(role) : []));
  const signing = (record.signOffs ?? []).flatMap(({ name }) => peopleIn(name));
  const named = [...inRoles, ...signing, ...(record.people ?? [])].flatMap(({ handle, name }) => [handle, name]);
  const acting = [...record.timeline.map(({ who }) => who), ...record.actions.map(({ owner }) => owner)];
  const handles = acting.filter((who) => who !== undefined && HANDLE.test(who));
  return [...named, ...handles].filter((name) => name !== undefined);
}
