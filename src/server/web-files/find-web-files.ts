import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { CONTENT_TYPES } from './content-types.data.ts';

/** A file of the built web application. */
export interface WebFile {
  readonly path: string;
  readonly contentType: string;
  readonly extension: string;
  /** Compressed beside it when it was built. */
  readonly compressed: { readonly br: boolean; readonly gz: boolean };
  /** True where the name changes with the content, so that it can be kept forever. */
  readonly hashed: boolean;
}

/** What was built, and when; `index` is absent where nothing was. */
export interface WebFiles {
  readonly files: ReadonlyMap<string, WebFile>;
  readonly builtAt: number;
}

/**
 * Every file below the directory by its address. Only what is found here is ever served, so no address, however it is
 * written, leads out of the directory.
 */
export function findWebFiles(directory: string): WebFiles {
  const builtAt = timeOf(join(directory, 'index.html'));
  if (builtAt === 0) return { files: new Map(), builtAt };
  const names = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.parentPath.includes(`${sep}.vite`))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
  const all = new Set(names);
  const files = names.flatMap((name) => {
    const file = webFile(directory, name, all);
    return file === undefined ? [] : [[`/${name.split(sep).join('/')}`, file] as const];
  });
  return { files: new Map(files), builtAt };
}

/** When `index.html` was written, in milliseconds; 0 where there is none. */
export function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function webFile(directory: string, name: string, all: ReadonlySet<string>): WebFile | undefined {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const contentType = CONTENT_TYPES[extension];
  if (contentType === undefined) return undefined;
  return {
    path: join(directory, name),
    contentType,
    extension,
    compressed: { br: all.has(`${name}.br`), gz: all.has(`${name}.gz`) },
    hashed: /^assets[\\/].*-[\w-]{8}\.\w+$/u.test(name),
  };
}
