import { requirePostmortem } from '#app/postmortems';
import type { UseCase } from '#app/context';
import { refuse } from '#core/errors';
import { decodeText } from '#integrations/file-bytes';
import { evidenceOf, wholeBlob } from '#store/evidence';

const COUNT = 200;
/** A line of a megabyte is cut for show; the raw bytes have it whole. */
const LONGEST_LINE = 20_000;

/** Lines of a piece of evidence from a place on, as text. */
export const getEvidenceLines: UseCase<'getEvidenceLines'> = async (context, actor, { path, query }) => {
  const { postmortemId, evidenceId } = path;
  await requirePostmortem(context, actor, { id: postmortemId, need: 'read' });
  const used = await evidenceOf(context.db, { workspaceId: actor.workspaceId, postmortemId });
  if (!used.some((item) => item.sha256 === evidenceId)) refuse('evidence-missing', { id: evidenceId });
  const decoded = decodeText(await wholeBlob(context.db, actor.workspaceId, evidenceId));
  const lines = 'binary' in decoded ? [] : decoded.text.split(/\r\n|[\n\r]/u);
  if (lines.at(-1) === '') lines.pop();
  const from = query.from ?? 1;
  return {
    from,
    lines: lines.slice(from - 1, from - 1 + (query.count ?? COUNT)).map(shorten),
    total: lines.length,
  };
};

function shorten(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}
