/** A file that somebody chose, with its path below the folder that was dropped. */
export interface ChosenFile {
  readonly name: string;
  readonly file: File;
}

/** What systems leave in folders and nobody means. */
const LITTER = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|\.git\/.*|node_modules\/.*)$/u;

/** True for files that nobody means when a folder is dropped. */
export function isLitter(name: string): boolean {
  return LITTER.test(name);
}

/** Files of a file field; those of a folder keep their path. */
export function filesOfField(list: FileList | null): ChosenFile[] {
  return [...(list ?? [])]
    .map((file) => ({ name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }))
    .filter(({ name }) => !isLitter(name));
}

/** Files and folders that were dropped, in the order of their paths. */
export async function filesOfDrop(transfer: DataTransfer): Promise<ChosenFile[]> {
  // The list is empty once the event is over, so everything is taken from it before anything is awaited.
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry());
  const loose = items.map((item) => item.getAsFile());
  const found = await Promise.all(
    entries.map((entry, index) => (entry === null ? looseFile(loose[index]) : filesBelow(entry))),
  );
  return found
    .flat()
    .filter(({ name }) => !isLitter(name))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

function looseFile(file: File | null | undefined): Promise<ChosenFile[]> {
  return Promise.resolve(file === null || file === undefined ? [] : [{ name: file.name, file }]);
}

async function filesBelow(entry: FileSystemEntry): Promise<ChosenFile[]> {
  const name = entry.fullPath.replace(/^\//u, '');
  if (entry.isFile) return [{ name, file: await fileOf(entry as FileSystemFileEntry) }];
  const children = await childrenOf((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(children.map(filesBelow))).flat();
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** A browser gives a folder in portions of a hundred, and an empty one at the end. */
async function childrenOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const children: FileSystemEntry[] = [];
  for (;;) {
    // Each portion is only there after the one before.
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (portion.length === 0) return children;
    children.push(...portion);
  }
}
