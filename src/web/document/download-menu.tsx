import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';

import { queries } from '../api/index.ts';
import { tellProblem } from '../app-shell/index.ts';
import { Button, Menu, MenuItem, MenuLabel, MenuSeparator } from '../components/index.ts';
import { downloadPostmortem, type ExportQuery } from './download.ts';

interface DownloadMenuProps {
  readonly postmortemId: string;
  readonly dialect: string;
}

/** Everything the document can be taken away as. */
export function DownloadMenu({ dialect, postmortemId }: DownloadMenuProps): ReactElement {
  return (
    <Menu
      align="end"
      trigger={
        <Button icon="download" variant="quiet">
          <span className="document-bar__label">Download</span>
        </Button>
      }
    >
      <Items postmortemId={postmortemId} dialect={dialect} />
    </Menu>
  );
}

function Items({ dialect, postmortemId }: DownloadMenuProps): ReactElement {
  const { data } = useQuery(queries.dialects());
  const get = (query: ExportQuery) => () => {
    downloadPostmortem(postmortemId, query).catch(tellProblem);
  };
  const others = (data?.items ?? []).flatMap(({ id, name }) =>
    id === 'foreign' || id === dialect ? [] : [{ id, name }],
  );
  return (
    <>
      <MenuItem icon="document" onSelect={get({ format: 'markdown' })}>
        Markdown
      </MenuItem>
      <MenuItem icon="print" keys="mod+p" onSelect={() => setTimeout(print, 50)}>
        Print or PDF
      </MenuItem>
      <MenuItem onSelect={get({ format: 'json' })}>JSON, everything in it</MenuItem>
      <MenuSeparator />
      <MenuLabel>Timeline</MenuLabel>
      <MenuItem onSelect={get({ format: 'csv' })}>CSV</MenuItem>
      <MenuItem onSelect={get({ format: 'svg' })}>SVG picture</MenuItem>
      <MenuItem onSelect={get({ format: 'mermaid' })}>Mermaid</MenuItem>
      {others.length > 0 && <MenuSeparator />}
      {others.length > 0 && <MenuLabel>Markdown in another template</MenuLabel>}
      {others.map(({ id, name }) => (
        <MenuItem key={id} onSelect={get({ format: 'markdown', dialect: id })}>
          {name}
        </MenuItem>
      ))}
    </>
  );
}
