import type { Insertable, Kysely, Selectable } from 'kysely';

import type { ImagesTable, Tables } from '#store/tables';

/** Keeps an image of a post-mortem; the same bytes are kept once. */
export async function storeImage(db: Kysely<Tables>, image: Insertable<ImagesTable>): Promise<void> {
  await db
    .insertInto('images')
    .values(image)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'postmortem_id', 'sha256']).doNothing())
    .execute();
}

/** An image of a post-mortem; undefined where it has none with that hash. */
export async function readImage(
  db: Kysely<Tables>,
  image: { readonly workspaceId: string; readonly postmortemId: string; readonly sha256: string },
): Promise<Selectable<ImagesTable> | undefined> {
  return db
    .selectFrom('images')
    .selectAll()
    .where('workspace_id', '=', image.workspaceId)
    .where('postmortem_id', '=', image.postmortemId)
    .where('sha256', '=', image.sha256)
    .executeTakeFirst();
}
