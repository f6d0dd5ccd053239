import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createContent, loadForLive, saveFromLive } from '#app/postmortems';
import type { Postmortem } from '#core/record';
import type { Actor } from '#core/workflow';

// oxlint-disable-next-line no-restricted-imports -- a fixture is no part of the face of its folder
import { anyPostmortem } from '../../src/core/markdown/record-arbitrary.fixture.ts';
import { type AppWorkspace, appWorkspace } from '../support/app-workspace.ts';

let workspace: AppWorkspace;
let ana: Actor;
beforeAll(async () => {
  workspace = await appWorkspace();
  ana = await workspace.person('Ana Ruiz', 'contributor');
});
afterAll(async () => {
  await workspace.close();
});

/** What the database cannot hold: NUL, and halves of pairs. */
function storable(record: Postmortem): Postmortem {
  return JSON.parse(JSON.stringify(record), (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value,
  ) as Postmortem;
}

describe('any record', () => {
  it('is opened as it was stored, and as it was saved over another one', async () => {
    const { context } = workspace;
    await fc.assert(
      fc.asyncProperty(anyPostmortem, anyPostmortem, async (first, second) => {
        const made = await createContent(context, ana, {
          title: 'x',
          record: { title: 'x', ...first },
          dialect: 'cycle',
          via: 'api',
        });
        const target = { workspaceId: ana.workspaceId, postmortemId: made.id };
        const opened = await loadForLive(context, target);
        expect(opened.record).toEqual(storable({ title: 'x', ...first }));
        expect(opened.record).toEqual(made.record);
        expect(opened.rows).toEqual(made.rows);
        const save = {
          record: second,
          rows: opened.rows,
          state: new Uint8Array([1]),
          authors: [],
          via: 'api',
        } as const;
        await saveFromLive(context, target, { ...save, expectedRevision: 1 });
        expect((await loadForLive(context, target)).record).toEqual(storable(second));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
