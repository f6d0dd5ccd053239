import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactElement, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';

import type { Rows } from '#core/shared-doc';
import { zoneId } from '#core/time';

import { type PostmortemDetail, queries } from '../api/index.ts';
import { useCommands } from '../app-shell/index.ts';
import { Button, Presence } from '../components/index.ts';
import { Completeness } from './completeness.tsx';
import { DocumentBar } from './document-bar.tsx';
import type { Place } from './document-context.ts';
import { DocumentView } from './document-view.tsx';
import type { PlacedFinding } from './finding-list.tsx';
import { placeOfPath } from './place-of-path.ts';
import { SaveState } from './save-state.tsx';
import { type Editing, useEditing } from './use-editing.ts';

const LiveController = lazy(async () => {
  const module = await import('../editing/live-controller.tsx');
  return { default: module.LiveController };
});

const NO_FINDINGS: ReadonlyMap<Place | undefined, readonly PlacedFinding[]> = new Map();

/** A post-mortem to read, and to edit in place for those who may. */
export function PostmortemDocument({ detail }: { readonly detail: PostmortemDetail }): ReactElement {
  const editing = useEditing();
  const { close, edit, open, port } = editing;
  const { count, placed, shown, setShown, query } = usePlacedFindings(detail.id);
  const record = port?.record ?? detail.record;
  // The two spell absence differently, which only the compiler sees.
  const rows = port?.rows ?? (detail.rows as Rows);
  const { durations, id: postmortemId, mayEdit } = detail;
  const zone = zoneId(record.timelineZone ?? '') ?? 'UTC';
  const isEditing = open.size > 0;
  const content = useMemo(
    () => ({ postmortemId, record, rows, durations, zone, editing: isEditing, ...(mayEdit && { edit }) }),
    [postmortemId, record, rows, durations, zone, mayEdit, edit, isEditing],
  );
  const shownAnyway = useMemo(() => new Set<string>(open.keys()), [open]);
  useEditCommands(detail, editing);
  useArrival();
  const editorOf = (place: Place): ReactNode => {
    if (!open.has(place) || port?.state.ready !== true || port.state.status === 'read-only') return undefined;
    return <Closable onClose={() => close(place)}>{port.editorOf(place, open.get(place))}</Closable>;
  };
  const presenceOf = (place: Place): ReactNode => {
    const people = port?.state.people.filter(({ section }) => section === place) ?? [];
    return people.length === 0 ? undefined : <Presence people={people} />;
  };
  return (
    <>
      <DocumentBar
        detail={detail}
        editing={isEditing}
        onEdit={mayEdit ? () => edit(placeInView()) : undefined}
        onDone={editing.closeAll}
      >
        {editing.wanted && <SaveState state={port?.state} onReconnect={port?.reconnect} />}
        {port !== null && <Presence people={port.state.people} />}
        <FindingsButton {...{ count, shown, setShown }} />
        {query.data && <Completeness completeness={query.data.completeness} onEdit={mayEdit ? edit : undefined} />}
      </DocumentBar>
      <DocumentView
        {...{ detail, content, editorOf, presenceOf }}
        open={shownAnyway}
        findings={shown ? placed : NO_FINDINGS}
        onFix={mayEdit ? editing.fix : undefined}
      />
      {editing.wanted && (
        <Suspense>
          <LiveController detail={detail} onPort={editing.setPort} />
        </Suspense>
      )}
    </>
  );
}

function Closable({ children, onClose }: { readonly children: ReactNode; readonly onClose: () => void }): ReactElement {
  return (
    // Escape leaves a section from anywhere inside of it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div
      className="section__editor"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      {children}
      <div className="section__done">
        <Button size="sm" icon="check" onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  );
}

interface FindingsButtonProps {
  readonly count: number;
  readonly shown: boolean;
  readonly setShown: (shown: boolean) => void;
}

function FindingsButton({ count, setShown, shown }: FindingsButtonProps): ReactElement | null {
  if (count === 0) return null;
  return (
    <Button
      variant="quiet"
      icon={shown ? 'eye' : 'warning'}
      aria-pressed={shown}
      title={shown ? 'Hide the findings in the margin' : 'Show the findings in the margin'}
      onClick={() => setShown(!shown)}
    >
      {count}
      <span className="document-bar__label">{count === 1 ? ' finding' : ' findings'}</span>
    </Button>
  );
}

const SHOWN_KEY = 'nevertwice-findings';

function usePlacedFindings(postmortemId: string) {
  const query = useQuery(queries.findings(postmortemId));
  const [shown, setShownNow] = useState(() => localStorage.getItem(SHOWN_KEY) !== 'hidden');
  const setShown = (next: boolean): void => {
    localStorage.setItem(SHOWN_KEY, next ? 'shown' : 'hidden');
    setShownNow(next);
  };
  // What is missing has a prompt at its place and stands behind the ring of completeness: no need to say it thrice.
  const findings = useMemo(() => query.data?.findings.filter(({ code }) => !code.startsWith('missing-')), [query.data]);
  const placed = useMemo(
    () => Map.groupBy(findings ?? [], ({ place }) => (place?.path === undefined ? undefined : placeOfPath(place.path))),
    [findings],
  );
  return { query, placed, shown, setShown, count: findings?.length ?? 0 };
}

/** The section whose heading is nearest to the top of the window. */
function placeInView(): Place {
  const sections = [...document.querySelectorAll<HTMLElement>('.document .section')];
  const below = sections.filter((section) => section.getBoundingClientRect().bottom > 120);
  return (below[0]?.id as Place | undefined) ?? 'head';
}

function useEditCommands(detail: PostmortemDetail, editing: Editing): void {
  const { port } = editing;
  useCommands([
    ...(detail.mayEdit
      ? [{ label: 'Edit this section', keys: 'e', icon: 'edit', run: () => editing.edit(placeInView()) } as const]
      : []),
    ...(port === null
      ? []
      : ([
          { label: 'Undo', keys: 'mod+z', icon: 'undo', run: () => port.undo() },
          { label: 'Redo', keys: 'mod+shift+z', icon: 'redo', run: () => port.redo() },
        ] as const)),
  ]);
}

/** The browser looks for the place of a link before the document is there; so it is looked for again. */
function useArrival(): void {
  useEffect(() => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id !== '') document.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView();
  }, []);
}
