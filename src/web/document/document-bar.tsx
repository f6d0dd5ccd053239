import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useState } from 'react';

import type { PostmortemDetail } from '../api/index.ts';
import { useCommands } from '../app-shell/index.ts';
import { Button, copyText, IconButton, Menu, MenuItem, MenuSeparator, showToast } from '../components/index.ts';
import { AccessDialog } from './access-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import './document-bar.css';
import { DownloadMenu } from './download-menu.tsx';
import { StatusMenu } from './status-menu.tsx';

interface DocumentBarProps {
  readonly detail: PostmortemDetail;
  /** Whether anything is open for editing. */
  readonly editing: boolean;
  readonly onEdit?: (() => void) | undefined;
  readonly onDone: () => void;
  /** Findings, completeness, saving, presence. */
  readonly children: ReactNode;
}

/** What can be done with the document, always in sight. */
export function DocumentBar({ children, detail, editing, onDone, onEdit }: DocumentBarProps): ReactElement {
  return (
    <div className="document-bar no-print">
      <Link to="/postmortems" className="document-bar__back">
        Post-mortems
      </Link>
      <div className="document-bar__state">{children}</div>
      <div className="document-bar__actions">
        {detail.mayAdminister && <StatusMenu detail={detail} />}
        <IconButton icon="link" label="Copy link" onClick={copyAddress} />
        <DownloadMenu postmortemId={detail.id} dialect={detail.dialect} />
        <MoreMenu detail={detail} />
        {editing && (
          <Button variant="primary" icon="check" onClick={onDone}>
            Done
          </Button>
        )}
        {!editing && onEdit !== undefined && (
          <Button variant="primary" icon="edit" onClick={onEdit} title="Edit (e)">
            Edit
          </Button>
        )}
      </div>
    </div>
  );
}

async function copyAddress(): Promise<void> {
  const address = new URL(location.href);
  address.hash = '';
  await copyText(address.href);
  showToast({ text: 'Link copied.' });
}

function MoreMenu({ detail }: { readonly detail: PostmortemDetail }): ReactElement {
  const [dialog, setDialog] = useState<'access' | 'delete' | null>(null);
  const navigate = useNavigate();
  const go = (to: '/postmortems/$id/history' | '/postmortems/$id/evidence') => () => {
    navigate({ to, params: { id: detail.id } }).catch(reportError);
  };
  useCommands([
    { label: 'History of this post-mortem', icon: 'history', keys: 'h', run: go('/postmortems/$id/history') },
    { label: 'Evidence of this post-mortem', icon: 'evidence', keys: 'v', run: go('/postmortems/$id/evidence') },
    {
      label: 'Copy link',
      icon: 'link',
      run: () => {
        copyAddress().catch(reportError);
      },
    },
  ]);
  return (
    <>
      <Menu align="end" trigger={<IconButton icon="more" label="More" />}>
        <MenuItem icon="history" keys="h" onSelect={go('/postmortems/$id/history')}>
          History
        </MenuItem>
        <MenuItem icon="evidence" keys="v" onSelect={go('/postmortems/$id/evidence')}>
          Evidence
        </MenuItem>
        <MenuItem icon="print" onSelect={() => setTimeout(print, 50)}>
          Print
        </MenuItem>
        {detail.mayAdminister && <MenuSeparator />}
        {detail.mayAdminister && (
          <MenuItem icon="lock" onSelect={() => setDialog('access')}>
            Who may see it
          </MenuItem>
        )}
        {detail.mayAdminister && (
          <MenuItem icon="trash" danger onSelect={() => setDialog('delete')}>
            Delete
          </MenuItem>
        )}
      </Menu>
      <AccessDialog detail={detail} open={dialog === 'access'} onClose={() => setDialog(null)} />
      <DeleteDialog detail={detail} open={dialog === 'delete'} onClose={() => setDialog(null)} />
    </>
  );
}
