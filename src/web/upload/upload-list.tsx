import { type ReactNode, useState } from 'react';

import { Button, Icon, IconButton, ProgressBar } from '../components/index.ts';
import { type Upload, type UploadQueue, useUploads } from './upload-queue.ts';

/** So many files show by themselves. */
const FEW = 8;

/** The files with what became of each: how far it is, what it was recognised as, what could not be read and why. */
export function UploadList({ queue }: { readonly queue: UploadQueue }): ReactNode {
  const uploads = useUploads(queue);
  const [isOpen, setOpen] = useState(false);
  if (uploads.length === 0) return null;
  const sending = uploads.filter(({ state }) => state === 'sending' || state === 'waiting');
  const notable = uploads.filter((upload) => isNotable(upload));
  const shown = isOpen || uploads.length <= FEW ? uploads : notable.slice(0, FEW);
  return (
    <section className="upload-list" aria-label="Files">
      <header className="upload-list__head">
        <output>{summaryOf(uploads)}</output>
        {sending.length > 0 && (
          <Button size="sm" onClick={() => queue.stopAll()}>
            Stop
          </Button>
        )}
        {uploads.length > FEW && (
          <Button size="sm" variant="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Show fewer' : `Show all ${uploads.length}`}
          </Button>
        )}
      </header>
      {sending.length > 0 && <ProgressBar label="Sending files" value={progressOf(uploads)} />}
      <ul className="upload-list__files">
        {shown.map((upload) => (
          <UploadRow key={upload.key} upload={upload} queue={queue} />
        ))}
      </ul>
    </section>
  );
}

function UploadRow({ queue, upload }: { readonly upload: Upload; readonly queue: UploadQueue }): ReactNode {
  const { item, key, name, problem, size, state } = upload;
  const findings = (item?.findings ?? []).filter(({ severity }) => severity !== 'info');
  return (
    <li className="upload-row" data-state={state} data-known={item !== undefined && item.format !== null}>
      <span className="upload-row__sign">{signOf(upload)}</span>
      <span className="upload-row__name" title={name}>
        {name}
      </span>
      <span className="upload-row__what">{whatOf(upload)}</span>
      <span className="upload-row__size">{sizeText(size)}</span>
      {state === 'failed' && (
        <Button size="sm" variant="quiet" onClick={() => queue.retry(key)}>
          Try again
        </Button>
      )}
      <IconButton
        size="sm"
        icon="close"
        label={state === 'sending' ? `Stop sending ${name}` : `Take ${name} off`}
        onClick={() => queue.remove(key)}
      />
      {problem !== undefined && (
        <p className="upload-row__note">
          {problem.detail} {problem.help}
        </p>
      )}
      {findings.slice(0, 3).map((finding) => (
        <p key={finding.code + finding.message} className="upload-row__note">
          {finding.place?.line === undefined ? '' : `Line ${finding.place.line}: `}
          {finding.message} {finding.help}
        </p>
      ))}
      {findings.length > 3 && <p className="upload-row__note">And {findings.length - 3} more of that kind.</p>}
    </li>
  );
}

function isNotable({ item, state }: Upload): boolean {
  return (
    state !== 'done' || item?.format === null || (item?.findings ?? []).some(({ severity }) => severity !== 'info')
  );
}

function signOf({ item, state }: Upload): ReactNode {
  if (state === 'failed') return <Icon name="warning" label="not sent" />;
  if (state !== 'done') return <Icon name="upload" label="on its way" />;
  return item?.format === null ? <Icon name="info" label="not recognised" /> : <Icon name="check" label="recognised" />;
}

function whatOf({ item, progress, state }: Upload): string {
  if (state === 'waiting') return 'waiting';
  if (state === 'sending') return progress < 1 ? `${Math.round(progress * 100)} %` : 'reading';
  if (item === undefined) return 'not sent';
  if (item.format === null) return 'not recognised; kept as it is';
  return `${item.format}, ${item.events === 1 ? '1 event' : `${item.events.toLocaleString('en')} events`}`;
}

function summaryOf(uploads: readonly Upload[]): string {
  const done = uploads.filter(({ state }) => state === 'done');
  const known = done.filter(({ item }) => item?.format !== null);
  const failed = uploads.filter(({ state }) => state === 'failed');
  const parts = [
    `${done.length} of ${uploads.length === 1 ? '1 file' : `${uploads.length} files`} sent`,
    `${known.length} recognised`,
    ...(done.length > known.length ? [`${done.length - known.length} not recognised`] : []),
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
  ];
  return parts.join(' · ');
}

function progressOf(uploads: readonly Upload[]): number {
  const total = uploads.reduce((sum, { size }) => sum + size, 0);
  const sent = uploads.reduce((sum, { progress, size, state }) => sum + size * (state === 'failed' ? 1 : progress), 0);
  return total === 0 ? 1 : sent / total;
}

/** A size for people: `12 kB`, `3.4 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
