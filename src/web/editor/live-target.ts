/** What a session is about, and who takes part. */
export interface LiveTarget {
  readonly workspaceId: string;
  readonly postmortemId: string;
  readonly user: { readonly id: string; readonly name: string; readonly colour: string };
}
