import type { ReactElement } from 'react';

import { Button, Day, Table } from '../components.ts';
import { ROLES } from './roles.data.ts';

interface Invitation {
  readonly id: string;
  readonly email: string | null;
  readonly role: string;
  readonly by: string | null;
  readonly expiresAt: string;
}

interface InvitationTableProps {
  readonly invitations: readonly Invitation[];
  readonly onRevoke: (id: string) => void;
}

/** Invitations that are open. */
export function InvitationTable({ invitations, onRevoke }: InvitationTableProps): ReactElement {
  return (
    <Table<Invitation>
      caption="Open invitations"
      rows={invitations}
      rowKey={(invitation) => invitation.id}
      columns={[
        { id: 'email', label: 'For', renderCell: ({ email }) => email ?? 'whoever has the link' },
        { id: 'role', label: 'As', renderCell: ({ role }) => ROLES.find(({ value }) => value === role)?.label ?? role },
        { id: 'by', label: 'Invited by', minor: true, renderCell: ({ by }) => by },
        { id: 'ends', label: 'Ends', renderCell: ({ expiresAt }) => <Day at={expiresAt} /> },
        {
          id: 'revoke',
          label: <span className="visually-hidden">Withdraw</span>,
          numeric: true,
          renderCell: ({ id }) => (
            <Button size="sm" variant="quiet" onClick={() => onRevoke(id)}>
              Withdraw
            </Button>
          ),
        },
      ]}
    />
  );
}
