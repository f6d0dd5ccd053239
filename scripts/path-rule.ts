const CODE = /^(?:src|tests|bench|scripts)\//;

// Foreign material keeps the names it came with.
const FOREIGN = /\/fixtures\//;

// Names that say nothing about what is inside, so that everything ends up there.
const VAGUE = /^(?:utils?|helpers?|common|shared|libs?|misc|base|managers?)$/;
const VAGUE_ENDING = /-(?:utils?|helpers?|common|misc|managers?)$/;

/** The folder or file name in `path` that says nothing about its content, or `undefined` when all of them do. */
export function vagueName(path: string): string | undefined {
  if (!CODE.test(path) || FOREIGN.test(path)) return undefined;
  const names = path.split('/').map((name) => name.replace(/(?<=.)\..*$/, ''));
  return names.find((name) => VAGUE.test(name) || VAGUE_ENDING.test(name));
}
