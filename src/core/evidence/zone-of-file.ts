/** Zones of single files by their names, as `app.log` → `Europe/Berlin`; see {@link zoneOfFile}. */
export type FileZones = ReadonlyMap<string, string>;

/**
 * The zone that is given for a file; undefined where none is. A name means the file with this path or name, everything in
 * a folder of that name, and the rotated files behind it (`app.log.1`, `app.log-20260223.gz`). Of several names the
 * longest counts.
 */
export function zoneOfFile(file: string, zones: FileZones): string | undefined {
  const path = `/${file.replaceAll('\\', '/')}`;
  const [name] = [...zones.keys()].filter((each) => means(each, path)).toSorted((a, b) => b.length - a.length);
  return name === undefined ? undefined : zones.get(name);
}

function means(name: string, path: string): boolean {
  const wanted = `/${name.replaceAll('\\', '/').replace(/^(?:\.?\/)+|\/+$/gu, '')}`;
  for (let at = path.indexOf(wanted); at !== -1; at = path.indexOf(wanted, at + 1)) {
    const behind = path.slice(at + wanted.length);
    if (behind === '' || behind.startsWith('/') || /^[.-][^/]*$/u.test(behind)) return true;
  }
  return false;
}
