import type { LiveTarget } from './live-ports.ts';

const PATH = /^\/api\/v1\/postmortems\/([\w-]{1,64})\/live\/?$/u;

/** Name of a document: workspace and post-mortem. */
export function documentName({ workspaceId, postmortemId }: LiveTarget): string {
  return `${workspaceId}/${postmortemId}`;
}

/** Id of the post-mortem in the path of a request; undefined for every other path. */
export function postmortemIdOf(url: string | undefined): string | undefined {
  return PATH.exec(url?.split('?')[0] ?? '')?.[1];
}
