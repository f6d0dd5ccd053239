/** ` src/pool.ts | 12 ++--`, ` logo.png | Bin 0 -> 12 bytes`. */
const STAT = /^ ?(\S.*?) +\| +(?:\d+(?: [+-]*)?|Bin\b.*|Unmerged)$/u;
/** `M<tab>path`, `R100<tab>old<tab>new`, `12<tab>3<tab>path`, raw `:100644 … M<tab>path`. */
const TABBED = /^(?::\d{6} .*|[ACDMRTUXB]\d{0,3}|(?:\d+|-)\t(?:\d+|-))\t(.+)$/u;
const DIFF = /^diff --(?:git a\/.+ b\/(.+)|(?:cc|combined) (.+))$/u;
const SUMMARY = /^ ?\d+ files? changed|^ ?(?:create|delete|rename|rewrite|copy|mode change) /u;
/** A bare path, as `--name-only` prints it: no blanks, and a slash, an extension or a well-known name. */
const NO_BLANKS = /^[^\s:|,;"'(){}]+$/u;
const PATH_SIGN = /\/|\.\w+$|^\.\w|^[A-Z]\w*file$|^(?:LICENSE|README|CODEOWNERS|VERSION)$/u;

/** What a line below a commit says about changed files: a path, something without one, or nothing (null). */
export function changedPath(line: string): { readonly path?: string } | null {
  const path = STAT.exec(line)?.[1] ?? lastColumn(TABBED.exec(line)?.[1]) ?? diffPath(line);
  if (path !== undefined) return { path: renamed(unquoted(path)) };
  if (SUMMARY.test(line)) return {};
  return NO_BLANKS.test(line) && PATH_SIGN.test(line) ? { path: line } : null;
}

/** True where a line starts a patch. */
export function startsPatch(line: string): boolean {
  return DIFF.test(line);
}

function diffPath(line: string): string | undefined {
  const match = DIFF.exec(line);
  return match?.[1] ?? match?.[2];
}

function lastColumn(columns: string | undefined): string | undefined {
  return columns?.split('\t').at(-1);
}

/** `src/{old => new}/pool.ts` and `old.ts => new.ts` name the new path. */
function renamed(path: string): string {
  if (!path.includes(' => ')) return path;
  const braces = /^(.*)\{.* => (.*)\}(.*)$/u.exec(path);
  if (braces === null) return path.slice(path.indexOf(' => ') + 4);
  return `${braces[1]}${braces[2]}${braces[3]}`.replaceAll('//', '/');
}

function unquoted(path: string): string {
  return path.startsWith('"') && path.endsWith('"') ? path.slice(1, -1) : path;
}
