import { createHash } from 'node:crypto';

import { requirePostmortem } from '#app/postmortems';
import type { UseCase } from '#app/context';
import { refuse } from '#core/errors';
import { readImage, storeImage } from '#store/evidence';

import { IMAGE_TYPES } from './image-types.data.ts';

/** Attaches an image to a post-mortem. Its type is what its bytes say, whatever its name claims. */
export const uploadImage: UseCase<'uploadImage'> = async (context, actor, { path, query, body }) => {
  const { postmortemId } = path;
  await requirePostmortem(context, actor, { id: postmortemId, need: 'write' });
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  const bytes = Buffer.concat(parts);
  const start = bytes.subarray(0, 16).toString('latin1');
  const known = IMAGE_TYPES.find(({ starts }) => starts.test(start));
  if (known === undefined) {
    refuse('image-unsuitable', { name: query.name, reason: 'its bytes are no PNG, JPEG, GIF or WebP' });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await storeImage(context.db, {
    workspace_id: actor.workspaceId,
    postmortem_id: postmortemId,
    sha256,
    content_type: known.type,
    name: query.name,
    bytes,
    at: context.now(),
  });
  const url = `/api/v1/postmortems/${postmortemId}/images/${sha256}`;
  return { id: sha256, url, markdown: `![${query.name.replaceAll(/[[\]\r\n]/gu, ' ')}](${url})` };
};

/** An attached image. */
export const getImage: UseCase<'getImage'> = async (context, actor, { path }) => {
  await requirePostmortem(context, actor, { id: path.postmortemId, need: 'read' });
  const image = await readImage(context.db, {
    workspaceId: actor.workspaceId,
    postmortemId: path.postmortemId,
    sha256: path.imageId,
  });
  if (image === undefined) refuse('image-missing', { id: path.imageId });
  return { contentType: image.content_type, body: new Uint8Array(image.bytes) };
};
