import type { JsonNode } from '../json-node.ts';

/** Joins the parts that are there. */
export function words(...parts: (string | undefined)[]): string {
  const given = parts.filter((part) => part !== undefined && part !== '');
  return given.join(' ').replace(/:$/u, '');
}

/** A hash as people write it. */
export function short(sha: string | undefined): string | undefined {
  return sha === undefined || sha === '' ? undefined : sha.slice(0, 7);
}

/** `owner/name` of the repository a webhook belongs to. */
export function repositoryOf(record: JsonNode): string | undefined {
  return record.string('repository', 'full_name') ?? record.string('project', 'path_with_namespace');
}
