import { createHash } from 'node:crypto';

import type { Kysely } from 'kysely';

import type { Tables } from '#store/tables';

/** So much of a file is in memory at once. */
const CHUNK = 1024 * 1024;
/** Uploads that ended in the middle are cleared after this time. */
const ABANDONED_MS = 24 * 3_600_000;

/** Stored bytes. */
export interface StoredBlob {
  readonly sha256: string;
  readonly size: number;
}

interface NewBlob {
  readonly workspaceId: string;
  readonly id: string;
  readonly now: string;
}

/**
 * Stores bytes as they stream in and answers with their hash and size. The same bytes are kept once. If the stream
 * breaks, or a reader of it throws, nothing stays behind.
 */
export async function storeBlob(
  db: Kysely<Tables>,
  blob: NewBlob,
  bytes: AsyncIterable<Uint8Array>,
): Promise<StoredBlob> {
  const { workspaceId, id } = blob;
  await clearAbandoned(db, blob);
  await db
    .insertInto('evidence_blobs')
    .values({ workspace_id: workspaceId, id, sha256: null, created_at: blob.now })
    .execute();
  try {
    const written = await writeChunks(db, blob, bytes);
    return await finishBlob(db, blob, written);
  } catch (error) {
    await dropBlob(db, blob);
    throw error;
  }
}

async function writeChunks(db: Kysely<Tables>, blob: NewBlob, bytes: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
  const hash = createHash('sha256');
  let position = 0;
  let size = 0;
  for await (const chunk of inChunks(bytes)) {
    hash.update(chunk);
    size += chunk.length;
    const row = { workspace_id: blob.workspaceId, blob_id: blob.id, position, bytes: chunk };
    await db.insertInto('evidence_chunks').values(row).execute();
    position += 1;
  }
  return { sha256: hash.digest('hex'), size };
}

/** Even pieces, however small those are that come from the network. */
async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    for (let at = 0; at < part.length;) {
      const taken = part.subarray(at, at + CHUNK - length);
      held.push(taken);
      length += taken.length;
      at += taken.length;
      if (length === CHUNK) {
        yield Buffer.concat(held);
        held = [];
        length = 0;
      }
    }
  }
  if (length > 0) yield Buffer.concat(held);
}

async function finishBlob(db: Kysely<Tables>, blob: NewBlob, written: StoredBlob): Promise<StoredBlob> {
  const { workspaceId, id } = blob;
  const known = await db
    .updateTable('evidence_blobs')
    .set({ sha256: written.sha256, size: written.size })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where((query) =>
      query.not(
        query.exists(
          query
            .selectFrom('evidence_blobs as other')
            .select('other.id')
            .where('other.workspace_id', '=', workspaceId)
            .where('other.sha256', '=', written.sha256),
        ),
      ),
    )
    .executeTakeFirst()
    // Two uploads of the same bytes at once: the index lets one of them through.
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) return { numUpdatedRows: 0n };
      throw error;
    });
  if (known.numUpdatedRows === 0n) await dropBlob(db, blob);
  return written;
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

async function dropBlob(db: Kysely<Tables>, blob: NewBlob): Promise<void> {
  await db
    .deleteFrom('evidence_blobs')
    .where('workspace_id', '=', blob.workspaceId)
    .where('id', '=', blob.id)
    .execute();
}

async function clearAbandoned(db: Kysely<Tables>, blob: NewBlob): Promise<void> {
  const before = new Date(Date.parse(blob.now) - ABANDONED_MS).toISOString();
  await db
    .deleteFrom('evidence_blobs')
    .where('workspace_id', '=', blob.workspaceId)
    .where('sha256', 'is', null)
    .where('created_at', '<', before)
    .execute();
}

/** Size of stored bytes; undefined where there are none with that hash. */
export async function blobSize(db: Kysely<Tables>, workspaceId: string, sha256: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('evidence_blobs')
    .select('size')
    .where('workspace_id', '=', workspaceId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.size;
}

/** Stored bytes in order, one chunk in memory at a time. */
export async function* readBlob(
  db: Kysely<Tables>,
  workspaceId: string,
  sha256: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let position = 0; ; position += 1) {
    const row = await db
      .selectFrom('evidence_chunks')
      .innerJoin('evidence_blobs', (join) =>
        join
          .onRef('evidence_blobs.workspace_id', '=', 'evidence_chunks.workspace_id')
          .onRef('evidence_blobs.id', '=', 'evidence_chunks.blob_id'),
      )
      .select('evidence_chunks.bytes')
      .where('evidence_blobs.workspace_id', '=', workspaceId)
      .where('evidence_blobs.sha256', '=', sha256)
      .where('evidence_chunks.position', '=', position)
      .executeTakeFirst();
    if (row === undefined) return;
    yield new Uint8Array(row.bytes);
  }
}

/** All stored bytes at once; for readers that need the whole text. */
export async function wholeBlob(
  db: Kysely<Tables>,
  workspaceId: string,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of readBlob(db, workspaceId, sha256)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}
