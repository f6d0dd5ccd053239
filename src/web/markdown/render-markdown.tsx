import type { AlignType, List, ListItem, Nodes, Table, TableRow } from 'mdast';
import { createElement, Fragment, type Key, type ReactNode } from 'react';

import type { RenderContext } from './render-context.ts';
import { renderImage, renderLink } from './render-link.tsx';

/** Children of a node, each with a key. */
export function renderAll(nodes: readonly Nodes[], context: RenderContext): ReactNode[] {
  return nodes.map((node, index) => <Fragment key={index}>{renderNode(node, context)}</Fragment>);
}

/** One node as an element. HTML is never interpreted: it is shown as the text it is. */
function renderNode(node: Nodes, context: RenderContext): ReactNode {
  const inner = (): ReactNode => ('children' in node ? renderAll(node.children, context) : null);
  switch (node.type) {
    case 'text':
      return node.value;
    case 'paragraph':
      return <p>{inner()}</p>;
    case 'heading':
      return createElement(`h${String(Math.min(6, node.depth + context.shift))}`, { className: 'md-heading' }, inner());
    case 'emphasis':
      return <em>{inner()}</em>;
    case 'strong':
      return <strong>{inner()}</strong>;
    case 'delete':
      return <del>{inner()}</del>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'blockquote':
      return <blockquote>{inner()}</blockquote>;
    case 'root':
      return inner();
    default:
      return renderRest(node, context);
  }
}

function renderRest(node: Nodes, context: RenderContext): ReactNode {
  switch (node.type) {
    case 'link':
      return renderLink(node.url, node.title, renderAll(node.children, context));
    case 'image':
      return renderImage(node, context);
    case 'linkReference': {
      const target = context.definitions.get(node.identifier);
      return renderLink(target?.url ?? '', target?.title, renderAll(node.children, context));
    }
    case 'imageReference': {
      const target = context.definitions.get(node.identifier);
      return renderImage({ url: target?.url ?? '', title: target?.title, alt: node.alt }, context);
    }
    case 'list':
      return renderList(node, context);
    case 'table':
      return renderTable(node, context);
    case 'code':
      return renderCode(node.value, node.lang ?? undefined);
    case 'html':
      return renderHtml(node.value);
    case 'yaml':
      return renderCode(node.value, 'yaml');
    case 'footnoteReference':
      return renderReference(node.identifier, context);
    default:
      return null;
  }
}

function renderCode(value: string, language: string | undefined): ReactNode {
  return (
    // A code block may be wider than the page, so it has to scroll by keyboard, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <pre className="md-code" tabIndex={0} {...(language === undefined ? {} : { 'data-language': language })}>
      <code>{value}</code>
    </pre>
  );
}

function renderHtml(value: string): ReactNode {
  if (/^<br\s*\/?>$/iu.test(value)) return <br />;
  return <span className="md-raw">{value}</span>;
}

function renderList(list: List, context: RenderContext): ReactNode {
  const items = list.children.map((item, index) => renderItem(item, index, { context, loose: list.spread === true }));
  const tasks = list.children.some((item) => typeof item.checked === 'boolean');
  const className = tasks ? 'md-tasks' : 'md-list';
  if (list.ordered !== true) return <ul className={className}>{items}</ul>;
  return (
    <ol className={className} start={list.start ?? 1}>
      {items}
    </ol>
  );
}

function renderItem(
  item: ListItem,
  key: Key,
  { context, loose }: { readonly context: RenderContext; readonly loose: boolean },
): ReactNode {
  const box =
    typeof item.checked === 'boolean' ? (
      <span className="md-box" role="img" aria-label={item.checked ? 'Done' : 'Not done'}>
        {item.checked ? '☑' : '☐'}
      </span>
    ) : null;
  const content = item.children.map((child, index) => (
    <Fragment key={index}>
      {!loose && child.type === 'paragraph' ? renderAll(child.children, context) : renderNode(child, context)}
    </Fragment>
  ));
  return (
    <li key={key}>
      {box} {content}
    </li>
  );
}

function renderTable(table: Table, context: RenderContext): ReactNode {
  const [head, ...body] = table.children;
  const align = table.align ?? [];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to scroll by keyboard, too
    <div className="md-table" role="group" aria-label="Table" tabIndex={0}>
      <table>
        {head === undefined ? null : <thead>{renderRow(head, 0, { context, align, cell: 'th' })}</thead>}
        <tbody>{body.map((row, index) => renderRow(row, index, { context, align, cell: 'td' }))}</tbody>
      </table>
    </div>
  );
}

function renderRow(
  row: TableRow,
  key: Key,
  {
    align,
    cell,
    context,
  }: { readonly context: RenderContext; readonly align: readonly AlignType[]; readonly cell: 'th' | 'td' },
): ReactNode {
  return (
    <tr key={key}>
      {row.children.map((column, index) => {
        const side = align[index];
        const attributes = {
          key: index,
          ...(side === null || side === undefined ? {} : { className: `md-${side}` }),
          ...(cell === 'th' ? { scope: 'col' } : {}),
        };
        return createElement(cell, attributes, renderAll(column.children, context));
      })}
    </tr>
  );
}

function renderReference(identifier: string, context: RenderContext): ReactNode {
  const number = context.footnotes.findIndex((note) => note.identifier === identifier) + 1;
  if (number === 0) return `[^${identifier}]`;
  return (
    <sup>
      <a href={`#${context.prefix}-note-${String(number)}`}>{number}</a>
    </sup>
  );
}
