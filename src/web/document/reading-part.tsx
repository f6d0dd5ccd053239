import type { ReactElement } from 'react';

import { InlineMarkdown, Markdown } from '../markdown/markdown.tsx';
import { isPartFilled } from '../outline/arrange-sections.ts';
import type { Part, SectionId } from '../outline/part.ts';
import { pathsOf } from '../outline/part.ts';
import { rowsAt, textOf, valueAt } from '../outline/record-value.ts';
import { useDocument } from './document-context.ts';
import { PartHeading } from './part-heading.tsx';
import { PartTable } from './part-table.tsx';
import { Prompt } from './prompt.tsx';
import { ViewPart } from './view-part.tsx';

interface ReadingPartProps {
  readonly part: Part;
  readonly section: SectionId;
}

/** One part of a section, to read. Empty parts show a prompt where the template asks for them. */
export function ReadingPart({ part, section }: ReadingPartProps): ReactElement | null {
  const { asks, record } = useDocument();
  if (part.kind === 'facts') return <FactsPart facts={part.facts} section={section} />;
  const asked = pathsOf(part).some((path) => asks.has(path));
  if (!isPartFilled(record, part) && !asked && part.kind !== 'view') return null;
  if (part.kind === 'view') return <ViewPart part={part} section={section} />;
  return (
    <div className={part.path === 'summary.oneLine' ? 'part part--lead' : 'part'}>
      <PartHeading label={part.kind === 'text' && part.path === 'summary.oneLine' ? undefined : part.label} />
      <PartBody part={part} section={section} />
    </div>
  );
}

type ListedPart = Exclude<Part, { readonly kind: 'facts' | 'view' }>;

function PartBody({ part, section }: { readonly part: ListedPart; readonly section: SectionId }): ReactElement | null {
  const { record } = useDocument();
  if (!isPartFilled(record, part))
    return part.kind === 'checks' ? null : <Prompt section={section} path={part.path} text={part.prompt} />;
  switch (part.kind) {
    case 'text':
      return <Markdown text={String(valueAt(record, part.path))} />;
    case 'entries':
      return (
        <ul className="part__entries">
          {rowsAt(record, part.path).map((row, index) => (
            <li key={index}>
              <InlineMarkdown text={String(row['text'])} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <PartTable part={part} />;
    case 'checks':
      return <Checks path={part.path} />;
  }
}

function Checks({ path }: { readonly path: string }): ReactElement {
  const { record } = useDocument();
  return (
    <ul className="checks">
      {rowsAt(record, path).map((row, index) => (
        <li key={index}>
          <span className="checks__box" role="img" aria-label={row['done'] === true ? 'Done' : 'Not done'}>
            {row['done'] === true ? '☑' : '☐'}
          </span>
          <InlineMarkdown text={String(row['text'])} />
        </li>
      ))}
    </ul>
  );
}

type Facts = Extract<Part, { readonly kind: 'facts' }>['facts'];

function FactsPart({ facts, section }: { readonly facts: Facts; readonly section: SectionId }): ReactElement | null {
  const { asks, edit, record } = useDocument();
  const filled = facts.filter(({ path }) => textOf(record, path) !== undefined);
  const missing =
    edit === undefined ? [] : facts.filter(({ path }) => asks.has(path) && !filled.some((fact) => fact.path === path));
  if (filled.length + missing.length === 0) return null;
  return (
    <div className="part">
      {filled.length > 0 && (
        <dl className="facts">
          {filled.map(({ label, path }) => (
            <div key={path}>
              <dt>{label}</dt>
              <dd>
                <InlineMarkdown text={textOf(record, path) ?? ''} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {missing.length > 0 && (
        <Prompt
          section={section}
          path={missing[0]?.path ?? ''}
          text={`Add: ${missing.map(({ label }) => lowerFirst(label)).join(', ')}`}
        />
      )}
    </div>
  );
}

/** A label inside of a sentence; abbreviations keep their capitals. */
function lowerFirst(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
