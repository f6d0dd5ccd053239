import { type ReactElement, type ReactNode, useMemo } from 'react';

import type { PostmortemDetail } from '../api/index.ts';
import { arrangeSections } from '../outline/arrange-sections.ts';
import { AddSection } from './add-section.tsx';
import { Contents, useCurrentSection } from './contents.tsx';
import { type DocumentContent, DocumentProvider, type Place } from './document-context.ts';
import { DocumentSection } from './document-section.tsx';
import './document.css';
import './document-print.css';
import { FindingList, type PlacedFinding } from './finding-list.tsx';
import { TitleBlock } from './title-block.tsx';

interface DocumentViewProps {
  readonly detail: PostmortemDetail;
  readonly content: Omit<DocumentContent, 'asks'>;
  readonly findings: ReadonlyMap<Place | undefined, readonly PlacedFinding[]>;
  readonly onFix?: ((fix: NonNullable<PlacedFinding['fix']>) => void) | undefined;
  /** Takes the place of a section while it is edited. */
  readonly editorOf: (place: Place) => ReactNode;
  readonly presenceOf: (place: Place) => ReactNode;
  /** Sections that are shown though there is nothing in them. */
  readonly open: ReadonlySet<string>;
}

/** The document: contents, title block, sections in the order of the template. */
export function DocumentView(props: DocumentViewProps): ReactElement {
  const { content, detail, editorOf, findings, onFix, open, presenceOf } = props;
  const { record } = content;
  const mayEdit = content.edit !== undefined;
  const { absent, asks, headAsides, sections } = useMemo(
    () => arrangeSections(record, { dialect: detail.dialect, mayEdit, open }),
    [record, detail.dialect, mayEdit, open],
  );
  const value = useMemo(() => ({ ...content, asks }), [content, asks]);
  const current = useCurrentSection(sections.map(({ id }) => id));
  const counts = new Map([...findings].map(([place, list]) => [place ?? '', list.length]));
  const marginOf = (place: Place | undefined): ReactNode => {
    const list = findings.get(place);
    return list === undefined ? undefined : <FindingList findings={list} onFix={onFix} />;
  };
  const contents = <Contents sections={sections} current={current} counts={counts} />;
  return (
    <DocumentProvider value={value}>
      <div className="document">
        <div className="document__side no-print">{contents}</div>
        <article className="document__main" aria-label={record.title ?? 'Post-mortem'}>
          <TitleBlock detail={detail} asides={headAsides} editor={editorOf('head')} />
          {marginOf('head')}
          {marginOf(undefined)}
          <details className="contents-folded no-print">
            <summary>Contents</summary>
            {contents}
          </details>
          {sections.map((section) => (
            <DocumentSection
              key={section.id}
              section={section}
              editor={editorOf(section.id)}
              margin={marginOf(section.id)}
              presence={presenceOf(section.id)}
            />
          ))}
          {content.edit !== undefined && <AddSection absent={absent} onAdd={content.edit} />}
        </article>
      </div>
    </DocumentProvider>
  );
}
