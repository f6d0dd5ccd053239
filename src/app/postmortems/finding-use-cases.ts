import type { UseCases } from '#app/context';
import type { RouteAnswer } from '#contract/client';
import { completeness, type ReviewFinding, reviewRecord } from '#core/review';

import { findPostmortem } from './find-postmortem.ts';

type ShownFinding = RouteAnswer<'getFindings'>['findings'][number];

/** What a reader should look at. */
export const findingUseCases: UseCases<'getFindings'> = {
  async getFindings(context, actor, { path }) {
    const { record, summary } = await findPostmortem(context, { actor, id: path.postmortemId });
    const { missing, part } = completeness(record, summary.dialect);
    return {
      findings: reviewRecord(record, { dialect: summary.dialect }).map(presentFinding),
      completeness: { part, missing: missing.map((each) => ({ ...each })) },
    };
  },
};

function presentFinding({ fix, place, ...finding }: ReviewFinding): ShownFinding {
  return {
    ...finding,
    ...(place !== undefined && { place: { ...place } }),
    ...(fix !== undefined && { fix: { ...fix } }),
  };
}
