import { type ClipboardEvent, type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';

import { tellProblem } from '../app-shell/index.ts';
import { Button } from '../components/index.ts';
import { type ChosenFile, filesOfDrop, filesOfField } from './chosen-file.ts';
import './upload.css';

interface DropZoneProps {
  readonly onFiles: (files: readonly ChosenFile[]) => void;
  /** What can be dropped here. */
  readonly children: ReactNode;
  /** Name of what is made of pasted text; absent where text cannot be pasted. */
  readonly pasteName?: string;
  readonly accept?: string;
  /** True once there are files: it becomes a line. */
  readonly isSmall?: boolean;
}

/** A place for files: dropped, chosen one by one or as a folder, or text that is pasted anywhere on the page. */
export function DropZone({ accept, children, isSmall = false, onFiles, pasteName }: DropZoneProps): ReactNode {
  const [isOver, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  usePastedText(pasteName, onFiles);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    filesOfDrop(event.dataTransfer).then(onFiles).catch(tellProblem);
  };
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  return (
    <div
      className="drop-zone"
      data-over={isOver}
      data-small={isSmall}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="drop-zone__text">{children}</div>
      <div className="drop-zone__buttons">
        <Button icon="upload" variant={isSmall ? 'secondary' : 'primary'} onClick={() => files.current?.click()}>
          {isSmall ? 'Add files' : 'Choose files'}
        </Button>
        {accept === undefined && (
          <Button variant={isSmall ? 'quiet' : 'secondary'} onClick={() => folder.current?.click()}>
            {isSmall ? 'Add a folder' : 'Choose a folder'}
          </Button>
        )}
      </div>
      <FileField inputRef={files} label="Files" accept={accept} onFiles={onFiles} />
      {accept === undefined && <FileField inputRef={folder} label="Folder" isFolder onFiles={onFiles} />}
    </div>
  );
}

interface FileFieldProps {
  readonly inputRef: { current: HTMLInputElement | null };
  readonly label: string;
  readonly accept?: string | undefined;
  readonly isFolder?: boolean;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
}

function FileField({ accept, inputRef, isFolder = false, label, onFiles }: FileFieldProps): ReactNode {
  const folder = isFolder ? { webkitdirectory: '' } : {};
  return (
    <input
      ref={inputRef}
      type="file"
      multiple
      hidden
      aria-label={label}
      {...(accept === undefined ? {} : { accept })}
      {...folder}
      onChange={(event) => {
        onFiles(filesOfField(event.currentTarget.files));
        // The same files can be chosen again.
        event.currentTarget.value = '';
      }}
    />
  );
}

/** Text that is pasted outside of fields becomes a file. */
function usePastedText(name: string | undefined, onFiles: DropZoneProps['onFiles']): void {
  const latest = useRef(onFiles);
  const count = useRef(0);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    if (name === undefined) return undefined;
    const paste = (event: globalThis.ClipboardEvent): void => {
      if ((event.target as HTMLElement).closest('input, textarea, [contenteditable]') !== null) return;
      const chosen = filesOfPaste(event, `${name}${count.current === 0 ? '' : `-${count.current + 1}`}.txt`);
      if (chosen.length === 0) return;
      count.current += 1;
      event.preventDefault();
      latest.current(chosen);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [name]);
}

/** What a paste brings: files, or text as a file of that name. */
function filesOfPaste(
  event: Pick<ClipboardEvent | globalThis.ClipboardEvent, 'clipboardData'>,
  name: string,
): ChosenFile[] {
  const files = filesOfField(event.clipboardData?.files ?? null);
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (files.length > 0 || text.trim() === '') return files;
  return [{ name, file: new File([text], name, { type: 'text/plain' }) }];
}
