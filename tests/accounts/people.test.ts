import { beforeEach, describe, expect, it } from 'vitest';

import type { RouteAnswer } from '#contract/client';
import { listAudit } from '#store/audit';

import { type AccountServer, accountServer, type Browser, join, PASSWORD, setUp, tokenOf } from './account-server.ts';
import { problemOf } from './problem-of.ts';

const DAY = 24 * 60 * 60;

let server: AccountServer;
let ada: Browser;

beforeEach(async () => {
  server = await accountServer();
  ada = await setUp(server);
});

async function idOf(browser: Browser): Promise<string> {
  return (await browser.call('getSession')).user.id;
}

/** What the audit trail tells of a subject, oldest first. */
async function audited(subject: string): Promise<string[]> {
  const { workspace } = await ada.call('getSession');
  const entries = await listAudit(server.context.db, { workspaceId: workspace.id, subject, limit: 50 });
  return entries.map(({ action }) => action).toReversed();
}

describe('people', () => {
  it('are listed by name, with role and when they were last seen', async () => {
    await join(server, ada, { name: 'zoe', role: 'reader' });
    await join(server, ada, { name: 'Bob', role: 'facilitator' });
    const { items } = await ada.call('listPeople');
    expect(items.map(({ name, role, disabled }) => [name, role, disabled])).toEqual([
      ['Ada', 'admin', false],
      ['Bob', 'facilitator', false],
      ['zoe', 'reader', false],
    ]);
  });

  it('get another role from an administrator, from the next request on', async () => {
    const bob = await join(server, ada, { name: 'Bob', role: 'reader' });
    const personId = await idOf(bob);
    expect((await bob.call('getSession')).permissions).toEqual(['postmortem.read', 'people.read']);
    const changed = await ada.call('updatePerson', { path: { personId }, body: { role: 'contributor' } });
    expect(changed).toMatchObject({ id: personId, role: 'contributor', disabled: false });
    expect((await bob.call('getSession')).permissions).toContain('postmortem.edit');
    expect(server.rechecked).toHaveLength(1);
    expect(server.changes.at(-1)).toMatchObject({ type: 'people', id: personId });
    expect(await audited(`person:${personId}`)).toEqual(['person-added', 'role-changed']);
  });

  it('who are disabled are out at once, with their tokens, and come back when they are enabled', async () => {
    const bob = await join(server, ada, { name: 'Bob', role: 'reader' });
    const personId = await idOf(bob);
    const { secret } = await bob.call('createToken', { body: { name: 'ci', scopes: ['read'] } });
    await ada.call('updatePerson', { path: { personId }, body: { disabled: true } });
    expect(await problemOf(bob.call('getSession'))).toMatchObject({ status: 401 });
    expect(await problemOf(server.program(secret).call('listPeople'))).toMatchObject({ status: 401 });
    await ada.call('updatePerson', { path: { personId }, body: { disabled: false } });
    expect(await problemOf(bob.call('getSession'))).toMatchObject({ status: 401 });
    await bob.call('signIn', { body: { email: 'bob@example.com', password: PASSWORD } });
    expect(await audited(`person:${personId}`)).toEqual([
      'person-added',
      'token-created',
      'person-disabled',
      'person-enabled',
    ]);
  });

  it('always have one administrator who can sign in', async () => {
    const personId = await idOf(ada);
    const problem = { code: 'last-admin', status: 409, detail: expect.stringContaining('"Ada"') };
    for (const body of [{ role: 'facilitator' as const }, { disabled: true }]) {
      expect(await problemOf(ada.call('updatePerson', { path: { personId }, body }))).toMatchObject(problem);
    }
    const bob = await join(server, ada, { name: 'Bob', role: 'admin' });
    await ada.call('updatePerson', { path: { personId: await idOf(bob) }, body: { disabled: true } });
    expect(await problemOf(ada.call('updatePerson', { path: { personId }, body: { role: 'reader' } }))).toMatchObject(
      problem,
    );
  });

  it('keep one administrator where two step down at once', async () => {
    const bob = await join(server, ada, { name: 'Bob', role: 'admin' });
    const [first, second] = [await idOf(ada), await idOf(bob)];
    const body = { role: 'reader' as const };
    const results = await Promise.allSettled([
      ada.call('updatePerson', { path: { personId: first }, body }),
      bob.call('updatePerson', { path: { personId: second }, body }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rows = await server.context.db.selectFrom('memberships').where('role', '=', 'admin').selectAll().execute();
    expect(rows).toHaveLength(1);
  });

  it('are managed by nobody but administrators', async () => {
    const bob = await join(server, ada, { name: 'Bob', role: 'facilitator' });
    const personId = await idOf(ada);
    expect(await problemOf(bob.call('updatePerson', { path: { personId }, body: { role: 'reader' } }))).toMatchObject({
      code: 'permission-missing',
      status: 403,
    });
    expect((await bob.call('listPeople')).items).toHaveLength(2);
  });

  it('of another workspace are nobody', async () => {
    const bob = await join(server, ada, { name: 'Bob', role: 'reader' });
    const personId = await idOf(bob);
    const elsewhere = crypto.randomUUID();
    await server.context.db
      .updateTable('memberships')
      .set({ workspace_id: elsewhere })
      .where('user_id', '=', personId)
      .execute();
    expect((await ada.call('listPeople')).items.map(({ name }) => name)).toEqual(['Ada']);
    const change = ada.call('updatePerson', { path: { personId }, body: { role: 'admin' } });
    expect(await problemOf(change)).toMatchObject({ code: 'person-missing', status: 404 });
  });
});

describe('an invitation', () => {
  const invite = (body: { email?: string; role: RouteAnswer<'getSession'>['role'] } = { role: 'reader' }) =>
    ada.call('createInvitation', { body });
  const accept = (url: string, email = 'bob@example.com') =>
    server
      .browser()
      .call('acceptInvitation', { body: { token: tokenOf(url), name: 'Bob', email, password: PASSWORD } });

  it('says what it is for, and lets somebody in with its role', async () => {
    const { url } = await invite({ email: 'bob@example.com', role: 'contributor' });
    const told = await server.browser().call('readInvitation', { body: { token: tokenOf(url) } });
    expect(told).toEqual({ workspaceName: 'Payments', role: 'contributor', email: 'bob@example.com', by: 'Ada' });
    expect(await accept(url, 'Bob@example.com')).toMatchObject({ user: { name: 'Bob' }, role: 'contributor' });
  });

  it('is used once, by one of those who try at once', async () => {
    const { url } = await invite();
    const tries = ['a', 'b', 'c', 'd'].map((name) => accept(url, `${name}@example.com`));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await ada.call('listPeople')).items).toHaveLength(2);
    expect(await problemOf(accept(url))).toMatchObject({ code: 'invitation-void', status: 404 });
  });

  it('is over after seven days', async () => {
    const { url } = await invite();
    server.wait(7 * DAY - 1);
    expect((await ada.call('listInvitations')).items).toHaveLength(1);
    server.wait(1);
    expect((await ada.call('listInvitations')).items).toEqual([]);
    expect(await problemOf(accept(url))).toMatchObject({ code: 'invitation-void' });
  });

  it('can be withdrawn', async () => {
    const { id, url } = await invite();
    await ada.call('revokeInvitation', { path: { invitationId: id } });
    expect(await problemOf(accept(url))).toMatchObject({ code: 'invitation-void' });
    const again = ada.call('revokeInvitation', { path: { invitationId: id } });
    expect(await problemOf(again)).toMatchObject({ code: 'invitation-missing', status: 404 });
    expect(await audited('invitations')).toEqual(['invitation-created', 'invitation-withdrawn']);
  });

  it('for one address is for no other', async () => {
    const { url } = await invite({ email: 'kim@example.com', role: 'reader' });
    expect(await problemOf(accept(url))).toMatchObject({ code: 'invitation-for-another', status: 422 });
    expect(await accept(url, 'kim@example.com')).toMatchObject({ role: 'reader' });
  });

  it('makes no second account for an address', async () => {
    const { url } = await invite();
    expect(await problemOf(accept(url, 'ADA@example.com'))).toMatchObject({ code: 'account-exists', status: 409 });
    expect(await accept(url)).toMatchObject({ user: { name: 'Bob' } });
  });

  it('tells its secret once and lists without it', async () => {
    const { url } = await invite();
    expect(url).toMatch(/\/join#token=[\w-]{43}$/u);
    const listed = await ada.call('listInvitations');
    expect(JSON.stringify(listed)).not.toContain(tokenOf(url));
    expect(listed.items).toEqual([
      {
        id: expect.any(String),
        email: null,
        role: 'reader',
        by: 'Ada',
        createdAt: '2026-03-04T10:00:00.000Z',
        expiresAt: '2026-03-11T10:00:00.000Z',
      },
    ]);
  });
});

describe('an API token', () => {
  it('does what its scopes cover and its owner may, and needs no CSRF token', async () => {
    const { secret } = await ada.call('createToken', { body: { name: 'ci', scopes: ['read', 'admin'] } });
    expect(secret).toMatch(/^nvt_[\w-]{43}$/u);
    const program = server.program(secret);
    expect((await program.call('createInvitation', { body: { role: 'reader' } })).by).toBe('Ada');
    expect(await program.call('getSession')).toMatchObject({
      user: { name: 'Ada' },
      permissions: ['postmortem.read', 'people.read', 'people.manage', 'settings.manage', 'audit.read'],
      csrfToken: '',
    });
  });

  it('never does more than its owner may now', async () => {
    const bob = await join(server, ada, { name: 'Bob', role: 'admin' });
    const { secret } = await bob.call('createToken', { body: { name: 'ci', scopes: ['read', 'write', 'admin'] } });
    const program = server.program(secret);
    await program.call('listInvitations');
    await ada.call('updatePerson', { path: { personId: await idOf(bob) }, body: { role: 'reader' } });
    expect(await problemOf(program.call('listInvitations'))).toMatchObject({ code: 'permission-missing', status: 403 });
    expect((await program.call('listPeople')).items).toHaveLength(2);
  });

  it('is refused what its scopes leave out', async () => {
    const { secret } = await ada.call('createToken', { body: { name: 'ci', scopes: ['read'] } });
    const program = server.program(secret);
    expect(await problemOf(program.call('listInvitations'))).toMatchObject({ code: 'scope-missing', status: 403 });
    expect(await problemOf(program.call('updateMe', { body: { name: 'Eve' } }))).toMatchObject({ status: 403 });
    expect(await problemOf(program.call('signOut'))).toMatchObject({ code: 'session-required', status: 403 });
  });

  it('makes no others, and ends itself or what may do no more', async () => {
    const { id, secret } = await ada.call('createToken', { body: { name: 'ci', scopes: ['read', 'write'] } });
    const wider = await ada.call('createToken', { body: { name: 'ops', scopes: ['read', 'admin'] } });
    const program = server.program(secret);
    const made = program.call('createToken', { body: { name: 'more', scopes: ['read'] } });
    expect((await problemOf(made)).status).toBe(403);
    const ended = program.call('revokeToken', { path: { tokenId: wider.id } });
    expect(await problemOf(ended)).toMatchObject({ code: 'token-too-wide', status: 403 });
    await program.call('revokeToken', { path: { tokenId: id } });
    expect(await problemOf(program.call('listTokens'))).toMatchObject({ status: 401 });
    expect((await ada.call('listTokens')).items.map(({ name }) => name)).toEqual(['ops']);
  });

  it('ends when it was said to', async () => {
    const { secret, expiresAt } = await ada.call('createToken', {
      body: { name: 'ci', scopes: ['read'], expiresInDays: 30 },
    });
    expect(expiresAt).toBe('2026-04-03T10:00:00.000Z');
    server.wait(30 * DAY - 1);
    await server.program(secret).call('listPeople');
    server.wait(1);
    expect(await problemOf(server.program(secret).call('listPeople'))).toMatchObject({ status: 401 });
  });

  it('is revoked by its owner and by nobody else', async () => {
    const { id, secret } = await ada.call('createToken', { body: { name: 'ci', scopes: ['read'] } });
    const bob = await join(server, ada, { name: 'Bob', role: 'admin' });
    expect((await bob.call('listTokens')).items).toEqual([]);
    expect(await problemOf(bob.call('revokeToken', { path: { tokenId: id } }))).toMatchObject({
      code: 'token-missing',
    });
    await server.program(secret).call('listPeople');
    await ada.call('revokeToken', { path: { tokenId: id } });
    expect(await problemOf(server.program(secret).call('listPeople'))).toMatchObject({ status: 401 });
    expect(await audited(`person:${await idOf(ada)}`)).toEqual(['person-added', 'token-created', 'token-revoked']);
  });

  it('shows when it was last used, to the minute, and never its secret', async () => {
    const { secret } = await ada.call('createToken', { body: { name: 'ci', scopes: ['read'] } });
    const token = async () => (await ada.call('listTokens')).items[0];
    expect(await token()).toMatchObject({ name: 'ci', scopes: ['read'], lastUsedAt: null, expiresAt: null });
    await server.program(secret).call('listPeople');
    server.wait(30);
    await server.program(secret).call('listPeople');
    expect(await token()).toMatchObject({ lastUsedAt: '2026-03-04T10:00:00.000Z' });
    expect(JSON.stringify(await token())).not.toContain(secret.slice(4));
  });

  it.each(['nvt_unknown', '', 'Basic', 'a b'])(
    'that is none, as "%s", is nobody, whatever the cookie says',
    async (token) => {
      const headers = { authorization: `Bearer ${token}` };
      const response = await ada.fetch('/api/v1/people', { headers });
      expect(response.status).toBe(401);
    },
  );
});
