import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';

import { queries, useCall } from '../api.ts';
import { Loaded, tellProblem } from '../app-shell.ts';
import { Ago, Button, CopyButton, Day, Notice, Skeleton, Table } from '../components.ts';
import { NewTokenDialog } from './new-token-dialog.tsx';

/** Tokens with which scripts and the command line act for oneself. */
export function TokensSection(): ReactElement {
  const tokens = useQuery(queries.tokens());
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const made = (told: string): void => {
    setMaking(false);
    setSecret(told);
  };
  return (
    <section className="settings__part">
      <p className="settings__lead">
        With a token, a script or the command line does what you may do. Send it as <code>Authorization: Bearer …</code>
        . The <a href="/reference">reference of the API</a> says what there is.
      </p>
      {secret !== null && <Secret secret={secret} />}
      <div className="settings__list">
        <Loaded query={tokens} skeleton={<Skeleton lines={3} height="2rem" />}>
          {({ items }) => (items.length === 0 ? <p>You have no tokens.</p> : <TokenTable tokens={items} />)}
        </Loaded>
      </div>
      <Button icon="plus" onClick={() => setMaking(true)}>
        New token
      </Button>
      <NewTokenDialog open={making} onClose={() => setMaking(false)} onMade={made} />
    </section>
  );
}

/** A secret that is only told once. */
function Secret({ secret }: { readonly secret: string }): ReactElement {
  return (
    <div className="settings__list">
      <Notice tone="success" title="This is the token.">
        Keep it now: it is not shown again.
        <div className="settings__secret">
          <code>{secret}</code>
          <CopyButton text={secret} label="Copy token" />
        </div>
      </Notice>
    </div>
  );
}

interface Token {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
}

function TokenTable({ tokens }: { readonly tokens: readonly Token[] }): ReactElement {
  const revoke = useCall('revokeToken', { outdates: [['tokens']], onError: tellProblem });
  return (
    <Table<Token>
      caption="Your API tokens"
      rows={tokens}
      rowKey={(token) => token.id}
      columns={[
        { id: 'name', label: 'Name', renderCell: (token) => token.name },
        { id: 'scopes', label: 'May', renderCell: (token) => token.scopes.join(', ') },
        {
          id: 'used',
          label: 'Last used',
          minor: true,
          renderCell: (token) => (token.lastUsedAt === null ? 'never' : <Ago at={token.lastUsedAt} />),
        },
        {
          id: 'expires',
          label: 'Ends',
          minor: true,
          renderCell: (token) => (token.expiresAt === null ? 'never' : <Day at={token.expiresAt} />),
        },
        {
          id: 'revoke',
          label: <span className="visually-hidden">Revoke</span>,
          numeric: true,
          renderCell: (token) => (
            <Button
              size="sm"
              variant="quiet"
              aria-label={`Revoke “${token.name}”`}
              onClick={() => revoke.mutate({ path: { tokenId: token.id } })}
            >
              Revoke
            </Button>
          ),
        },
      ]}
    />
  );
}
