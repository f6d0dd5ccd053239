/** Words that stand in so many commits, logs and alerts that sharing them says nothing. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `about after example again alert alerts alerting also application apps base been before build cannot caused change changed changes class
  code com common commit config configuration container core could critical data default deploy deployed deployment detail
  details dev does done down error errors exception fail failed failing failure file files firing first fixed from github have
  high http https image info infra instance into internal issue java javax json kubernetes lang level line lines main make
  merge merged message method minutes more name namespace near next node none null object only open org over pipeline pods
  prod production project properties pull rate release request requests resolved resource resources response revision role
  rollout root seconds server service services should some src stack started state status stopped system test tests than that
  their them then there this time timed timeout times triggered true type update updated upgrade user users value values version
  warn warning webhook were when which with without yaml your summary severity false message feat refactor chore docs revert`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);
