/** Words in the name of a pipeline, workflow or job that say it changes what runs. */
const DEPLOY_WORDS =
  /(?:^|[^a-z])(?:deploy\w*|re-?deploy\w*|release\w*|roll-?(?:out|back)\w*|promot\w*|publish\w*|ship|cd|canary|helm|terraform|apply|migrat\w*)(?:$|[^a-z])/iu;

/** True where a name says that something is deployed. */
export function isDeployWord(name: string): boolean {
  return DEPLOY_WORDS.test(name);
}
