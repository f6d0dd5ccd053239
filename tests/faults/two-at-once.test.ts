import { afterAll, beforeAll, expect, it } from 'vitest';

import { cellText, getValue, insertRow, listAt, readSharedDoc, setValue, textAt } from '#core/shared-doc';

import { type Editor, openedEditor, until } from '../live/live-server.ts';
import { type Caller, type TestServer, testServer } from '../support/test-server.ts';

let server: TestServer;
let workspaceId: string;

beforeAll(async () => {
  server = await testServer();
  const session = (await (await server.admin.fetch('/api/v1/session')).json()) as { workspace: { id: string } };
  workspaceId = session.workspace.id;
}, 60_000);

afterAll(() => server.stop());

function open(person: Caller, id: string, document?: Editor['doc']): Promise<Editor> {
  return openedEditor({ port: Number(new URL(server.localUrl).port) }, id, {
    user: '',
    headers: { cookie: person.headers['cookie'] ?? '' },
    documentName: `${workspaceId}/${id}`,
    ...(document && { document }),
  });
}

async function newPostmortem(): Promise<string> {
  const made = await server.admin.client('createPostmortem', { body: { title: 'Payments down' } });
  return made.id;
}

const stored = (id: string) => server.admin.client('getPostmortem', { path: { postmortemId: id } });

it('two people in one text and in one field end with the same, of which nothing typed is lost', async () => {
  const id = await newPostmortem();
  const [one, two] = [await open(server.admin, id), await open(await server.join('contributor'), id)];
  insertRow({ doc: one.doc, list: 'timeline' }, { at: null, text: 'Alert' }, { meta: { id: 't1' } });
  await until(() => listAt(two.doc, 'timeline').length === 1);
  const cell = ({ doc }: Editor) => cellText(listAt(doc, 'timeline').get(0), { list: 'timeline', key: 'text' });
  for (let step = 0; step < 100; step += 1) {
    textAt(one.doc, 'summary.text').insert(0, 'a');
    textAt(two.doc, 'summary.text').insert(0, 'b');
    cell(one).insert(0, 'c');
    cell(two).insert(0, 'd');
    setValue(one.doc, 'title', `One ${step}`);
    setValue(two.doc, 'title', `Two ${step}`);
    if (step % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await until(() => one.isSaved() && two.isSaved(), 15_000);
  const [left, right] = [readSharedDoc(one.doc).record, readSharedDoc(two.doc).record];
  expect(left).toEqual(right);
  const { record } = await stored(id);
  expect(record.summary?.text).toBe(left.summary?.text);
  for (const letter of ['a', 'b']) expect(record.summary?.text?.split(letter)).toHaveLength(101);
  expect(record.summary?.text).toHaveLength(200);
  expect(record.timeline[0]?.text).toMatch(/^[cd]{200}Alert$/u);
  expect(record.title).toBe(getValue(one.doc, 'title'));
  expect(record.title).toMatch(/^(?:One|Two) 99$/u);
  for (const editor of [one, two]) editor.close();
});

it('of two programs that change the same revision one is refused, with what is there now', async () => {
  const id = await newPostmortem();
  const { record, revision } = await stored(id);
  const replace = (title: string) =>
    server.admin.fetch(`/api/v1/postmortems/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': `"${revision}"` },
      body: JSON.stringify({ record: { ...record, title } }),
    });
  const answers = await Promise.all([replace('One'), replace('Two'), replace('Three')]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
  const won = answers.find(({ status }) => status === 200) ?? answers[0];
  const { title } = (await won.json()) as { title: string };
  expect(await stored(id)).toMatchObject({ revision: revision + 1, title });
});

it('a session that ends while somebody types loses nothing: it is stored after signing in again', async () => {
  const id = await newPostmortem();
  const person = await server.join('contributor');
  const editor = await open(person, id);
  textAt(editor.doc, 'summary.text').insert(0, 'Before.');
  expect((await person.fetch('/api/v1/session', { method: 'DELETE' })).status).toBe(204);
  textAt(editor.doc, 'summary.text').insert(7, ' At that moment.');
  await until(() => editor.closed.some(({ reason }) => reason === 'session-expired'));
  textAt(editor.doc, 'summary.text').insert(23, ' Afterwards.');
  editor.close();

  const again = await open(await server.join('contributor'), id, editor.doc);
  await until(() => again.isSaved());
  expect((await stored(id)).record.summary?.text).toBe('Before. At that moment. Afterwards.');
  again.close();
});
