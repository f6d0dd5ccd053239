import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';

import type { RouteOutput } from '#contract/client';

import { newIdempotencyKey, problemOf, useCall } from '../api.ts';
import { Button, Checkbox, IconButton, Notice, ProblemNotice, ProgressBar } from '../components.ts';
import { type ChosenFile, DropZone } from '../upload.ts';
import { FindingList } from './finding-list.tsx';

type Result = RouteOutput<'importMarkdown'>['results'][number];

interface Document {
  readonly name: string;
  readonly markdown: string;
}

/** From documents there are: what would be made of each is shown first. */
export function FromMarkdown(): ReactElement {
  const [documents, setDocuments] = useState<readonly Document[]>([]);
  const [isPrivate, setPrivate] = useState(false);
  const [key, setKey] = useState(newIdempotencyKey);
  const trial = useCall('importMarkdown');
  const real = useCall('importMarkdown', { outdates: [['home'], ['postmortems'], ['facets']] });

  const show = (next: readonly Document[]): void => {
    setDocuments(next);
    setKey(newIdempotencyKey());
    real.reset();
    if (next.length > 0) trial.mutate({ query: { trial: true }, body: { files: [...next] } });
    else trial.reset();
  };
  const read = async (files: readonly ChosenFile[]): Promise<void> => {
    const added = await Promise.all(files.map(async ({ file, name }) => ({ name, markdown: await file.text() })));
    const names = new Set(added.map(({ name }) => name));
    show([...documents.filter(({ name }) => !names.has(name)), ...added]);
  };
  const done = real.data?.results;
  const results = done ?? trial.data?.results ?? [];
  const usable = results.filter(({ title, rows, actions }) => title !== null || rows + actions > 0);
  return (
    <div className="new-markdown">
      <DropZone
        isSmall={documents.length > 0}
        accept=".md,.markdown,.mdx,.txt,text/markdown"
        pasteName="pasted"
        onFiles={(files) => {
          read(files).catch(reportError);
        }}
      >
        {documents.length > 0 ? (
          'Drop more documents here, or paste Markdown.'
        ) : (
          <>
            <strong>Drop post-mortems as Markdown, or paste one</strong>
            Documents of the five templates, and of any team&rsquo;s own. What no field stands for stays in its place,
            word for word.
          </>
        )}
      </DropZone>
      {trial.isPending && <ProgressBar label="Reading the documents" />}
      {trial.error !== null && <ProblemNotice problem={problemOf(trial.error)} onRetry={() => show(documents)} />}
      {real.error !== null && <ProblemNotice problem={problemOf(real.error)} />}
      {results.length > 0 && (
        <ul className="import-list">
          {results.map((result) => (
            <ImportRow
              key={result.file}
              result={result}
              onRemove={() => show(documents.filter(({ name }) => name !== result.file))}
            />
          ))}
        </ul>
      )}
      {done === undefined && usable.length > 0 && (
        <div className="proposal__foot">
          <Checkbox
            label="Private: only those I name may see them"
            checked={isPrivate}
            onChange={(event) => setPrivate(event.currentTarget.checked)}
          />
          <Button
            variant="primary"
            busy={real.isPending}
            onClick={() => real.mutate({ idempotencyKey: key, body: { files: [...documents], private: isPrivate } })}
          >
            {usable.length === 1 ? 'Import it' : `Import ${usable.length} post-mortems`}
          </Button>
        </div>
      )}
      {done !== undefined && (
        <Notice
          tone="success"
          title={
            done.filter(({ id }) => id !== null).length === 1
              ? 'Imported.'
              : `${done.filter(({ id }) => id !== null).length} imported.`
          }
        >
          They are in the list now; follow a title to open one.
        </Notice>
      )}
    </div>
  );
}

function ImportRow({ onRemove, result }: { readonly result: Result; readonly onRemove: () => void }): ReactElement {
  const { actions, dialect, file, findings, id, rows, title } = result;
  return (
    <li className="import-row">
      <div className="import-row__head">
        {id === null ? (
          <strong>{title ?? 'No title was found'}</strong>
        ) : (
          <Link to="/postmortems/$id" params={{ id }}>
            {title ?? file}
          </Link>
        )}
        <span className="import-row__file">{file}</span>
        {id === null && <IconButton size="sm" icon="close" label={`Take ${file} off`} onClick={onRemove} />}
      </div>
      <p className="import-row__what">
        {dialect === 'foreign' ? 'A document of its own kind' : `Template “${dialect}”`} ·{' '}
        {rows === 1 ? '1 event' : `${rows} events`} · {actions === 1 ? '1 action' : `${actions} actions`}
      </p>
      <FindingList findings={findings} />
    </li>
  );
}
