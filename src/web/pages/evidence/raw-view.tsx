import { useQueries, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useEffect, useRef, useState } from 'react';

import { api, problemOf, queries } from '../api.ts';
import { Button, Checkbox, Notice, ProblemNotice, Skeleton } from '../components.ts';
import { sizeText } from '../upload.ts';
import { useEvidenceDesk } from './evidence-context.ts';
import { blocksFor, linesOf, type LineBlock } from './line-blocks.ts';

/** The raw evidence at a reference as `E2:117`. */
export function RawView({ reference }: { readonly reference: string }): ReactElement {
  const { open, postmortemId } = useEvidenceDesk();
  const evidence = useQuery(queries.evidence(postmortemId));
  const [id = '', line = '1'] = reference.split(':');
  const item = evidence.data?.items.find((each) => each.reference === id || each.id === id);
  const [wraps, setWraps] = useState(false);
  return (
    <div className="raw-view">
      <header className="raw-view__head">
        <Button size="sm" icon="chevron-left" variant="quiet" onClick={() => open(undefined)}>
          Timeline
        </Button>
        <h2 className="raw-view__name" title={item?.name}>
          {item?.name ?? id}
        </h2>
        {item !== undefined && (
          <span className="raw-view__facts">
            {item.format ?? 'not recognised'} · {sizeText(item.size)}
          </span>
        )}
        <Checkbox label="Wrap lines" checked={wraps} onChange={(event) => setWraps(event.currentTarget.checked)} />
        {item !== undefined && (
          <a
            className="button button--quiet button--sm"
            href={`/api/v1/postmortems/${postmortemId}/evidence/${item.id}/raw`}
            download={item.name.split('/').at(-1)}
          >
            Download
          </a>
        )}
      </header>
      {evidence.error !== null && <ProblemNotice problem={problemOf(evidence.error)} />}
      {evidence.data !== undefined && item === undefined && (
        <Notice tone="warning" title={`There is no evidence ${id} here.`}>
          It may have been written by hand, or its evidence was never attached.
        </Notice>
      )}
      {evidence.data === undefined && evidence.error === null && <Skeleton lines={16} height="1.2rem" />}
      {item !== undefined && (
        <RawLines key={`${item.id} ${wraps}`} evidenceId={item.id} line={Number(line) || 1} wraps={wraps} />
      )}
    </div>
  );
}

interface RawLinesProps {
  readonly evidenceId: string;
  readonly line: number;
  readonly wraps: boolean;
}

const LINE_HEIGHT = 20;

function RawLines({ evidenceId, line, wraps }: RawLinesProps): ReactElement {
  const { postmortemId } = useEvidenceDesk();
  const scroller = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState<readonly [number, number]>([line, line]);
  const blocks = blocksFor(range[0], range[1]);
  const answers = useQueries({
    queries: blocks.map((block) => ({
      queryKey: ['evidence-lines', postmortemId, evidenceId, block.from],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        api('getEvidenceLines', { path: { postmortemId, evidenceId }, query: { ...block }, signal }),
      staleTime: Infinity,
    })),
  });
  const lines = linesOf(answers.flatMap(({ data }): LineBlock[] => (data === undefined ? [] : [data])));
  const total = answers.find(({ data }) => data !== undefined)?.data?.total;
  const failed = answers.find(({ error }) => error !== null);
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed on to memoised components
  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 30,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => {
    if (last > 0)
      setRange((before) => (before[0] === first + 1 && before[1] === last + 1 ? before : [first + 1, last + 1]));
  }, [first, last]);
  const isThere = total !== undefined;
  useEffect(() => {
    if (isThere) virtual.scrollToIndex(line - 1, { align: 'center' });
    // Only when it comes, or another line is asked for.
  }, [isThere, line, virtual]);
  if (failed !== undefined) return <ProblemNotice problem={problemOf(failed.error)} />;
  if (total === undefined) return <Skeleton lines={16} height="1.2rem" />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must do so by keys as well
    <div ref={scroller} className="raw-lines" data-wraps={wraps} role="region" aria-label="Lines" tabIndex={0}>
      <div className="raw-lines__all" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => (
          <div
            key={index}
            ref={wraps ? virtual.measureElement : undefined}
            data-index={index}
            className="raw-line"
            data-marked={index + 1 === line}
            {...(index + 1 === line && { 'aria-current': 'location' as const })}
            style={{ transform: `translateY(${start}px)` }}
          >
            <span className="raw-line__number">{index + 1}</span>
            <code>{lines.get(index + 1) ?? ' '}</code>
          </div>
        ))}
      </div>
    </div>
  );
}
