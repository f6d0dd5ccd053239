import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type SubmitEvent, useId, useState } from 'react';

import { fieldProblem, isSaidAtFields, newIdempotencyKey, problemOf, queries, type Role, useCall } from '../api.ts';
import { Loaded, tellProblem } from '../app-shell.ts';
import {
  Button,
  CopyButton,
  Day,
  Dialog,
  Field,
  Notice,
  ProblemNotice,
  Select,
  Skeleton,
  TextInput,
} from '../components.ts';
import { InvitationTable } from './invitation-table.tsx';
import { ROLES } from './roles.data.ts';

/** Who was invited and has not come yet; inviting by a link that one sends oneself. */
export function Invitations(): ReactElement {
  const invitations = useQuery(queries.invitations());
  const [inviting, setInviting] = useState(false);
  const [made, setMade] = useState<{ readonly url: string; readonly expiresAt: string } | null>(null);
  const revoke = useCall('revokeInvitation', { outdates: [['people', 'invitations']], onError: tellProblem });
  return (
    <section className="settings__part">
      <h2>Invitations</h2>
      <p className="settings__lead">An invitation is a link. Whoever has it can join once, until it ends.</p>
      {made !== null && (
        <div className="settings__list">
          <Notice tone="success" title="This is the link.">
            Send it to whom it is for; it is not shown again. It works once, until <Day at={made.expiresAt} />.
            <div className="settings__secret">
              <code>{made.url}</code>
              <CopyButton text={made.url} label="Copy link" />
            </div>
          </Notice>
        </div>
      )}
      <div className="settings__list">
        <Loaded query={invitations} skeleton={<Skeleton lines={2} height="2rem" />}>
          {({ items }) =>
            items.length === 0 ? (
              <p>Nobody is invited.</p>
            ) : (
              <InvitationTable
                invitations={items}
                onRevoke={(invitationId) => revoke.mutate({ path: { invitationId } })}
              />
            )
          }
        </Loaded>
      </div>
      <Button icon="plus" onClick={() => setInviting(true)}>
        Invite
      </Button>
      <InviteDialog
        open={inviting}
        onClose={() => setInviting(false)}
        onMade={(invitation) => {
          setInviting(false);
          setMade({ ...invitation, url: new URL(invitation.url, location.origin).href });
        }}
      />
    </section>
  );
}

interface InviteDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onMade: (invitation: { readonly url: string; readonly expiresAt: string }) => void;
}

function InviteDialog({ open, onClose, onMade }: InviteDialogProps): ReactElement {
  const form = useId();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('contributor');
  const create = useCall('createInvitation', { outdates: [['people', 'invitations']], onSuccess: onMade });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    create.mutate({ body: { role, ...(email !== '' && { email }) }, idempotencyKey: newIdempotencyKey() });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Invite"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={form} busy={create.isPending}>
            Make link
          </Button>
        </>
      }
    >
      <form id={form} className="form" onSubmit={submit}>
        {create.error && !isSaidAtFields(create.error) && <ProblemNotice problem={problemOf(create.error)} />}
        <Field
          label="E-mail"
          optional
          hint="Then only this address can join with the link."
          problem={fieldProblem(create.error, 'email')}
        >
          {(control) => (
            <TextInput
              {...control}
              type="email"
              data-autofocus
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label="Role" hint={ROLES.find(({ value }) => value === role)?.may}>
          {(control) => (
            <Select
              {...control}
              options={ROLES}
              value={role}
              onChange={(event) => setRole(event.target.value as Role)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
