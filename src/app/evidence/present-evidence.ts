import type { AppContext } from '#app/context';
import type { RouteAnswer } from '#contract/client';
import type { Actor } from '#core/workflow';
import { evidenceOf } from '#store/evidence';

/** Evidence of a post-mortem as lists show it. */
export async function presentEvidence(
  context: AppContext,
  actor: Actor,
  postmortemId: string,
): Promise<RouteAnswer<'listEvidence'>['items']> {
  const used = await evidenceOf(context.db, { workspaceId: actor.workspaceId, postmortemId });
  return used.map((item) => ({
    id: item.sha256,
    name: item.name,
    reference: item.reference,
    size: item.size,
    format: item.format,
    events: item.events,
    from: item.first_at,
    to: item.last_at,
    findings: item.findings as RouteAnswer<'listEvidence'>['items'][number]['findings'],
    at: item.at,
    by: item.added_by,
  }));
}
