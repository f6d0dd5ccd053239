/**
 * Method and path of every route under `/api/v1`, by the name of its operation. Kept apart from the schemas, so that the
 * browser carries neither them nor their library.
 */
export const ROUTE_PATHS = {
  // First run and sign-in
  getSetup: ['GET', '/setup'],
  completeSetup: ['POST', '/setup'],
  getSession: ['GET', '/session'],
  signIn: ['POST', '/session'],
  signOut: ['DELETE', '/session'],
  updateMe: ['PATCH', '/me'],

  // People
  listPeople: ['GET', '/people'],
  updatePerson: ['PATCH', '/people/{personId}'],
  listInvitations: ['GET', '/invitations'],
  createInvitation: ['POST', '/invitations'],
  revokeInvitation: ['DELETE', '/invitations/{invitationId}'],
  readInvitation: ['POST', '/invitations/read'],
  acceptInvitation: ['POST', '/invitations/accept'],
  listTokens: ['GET', '/tokens'],
  createToken: ['POST', '/tokens'],
  revokeToken: ['DELETE', '/tokens/{tokenId}'],

  // Post-mortems
  getHome: ['GET', '/home'],
  listPostmortems: ['GET', '/postmortems'],
  getFacets: ['GET', '/postmortem-facets'],
  createPostmortem: ['POST', '/postmortems'],
  getPostmortem: ['GET', '/postmortems/{postmortemId}'],
  replacePostmortem: ['PUT', '/postmortems/{postmortemId}'],
  updatePostmortem: ['PATCH', '/postmortems/{postmortemId}'],
  deletePostmortem: ['DELETE', '/postmortems/{postmortemId}'],
  setStatus: ['POST', '/postmortems/{postmortemId}/status'],
  getAccess: ['GET', '/postmortems/{postmortemId}/access'],
  setAccess: ['PUT', '/postmortems/{postmortemId}/access'],
  getFindings: ['GET', '/postmortems/{postmortemId}/findings'],
  addEvent: ['POST', '/postmortems/{postmortemId}/events'],
  updateEvent: ['PATCH', '/postmortems/{postmortemId}/events/{rowId}'],
  deleteEvent: ['DELETE', '/postmortems/{postmortemId}/events/{rowId}'],
  addAction: ['POST', '/postmortems/{postmortemId}/actions'],
  updateAction: ['PATCH', '/postmortems/{postmortemId}/actions/{rowId}'],
  deleteAction: ['DELETE', '/postmortems/{postmortemId}/actions/{rowId}'],
  exportPostmortem: ['GET', '/postmortems/{postmortemId}/export'],
  listRevisions: ['GET', '/postmortems/{postmortemId}/revisions'],
  getRevision: ['GET', '/postmortems/{postmortemId}/revisions/{revision}'],
  restoreRevision: ['POST', '/postmortems/{postmortemId}/revisions/{revision}/restore'],
  importMarkdown: ['POST', '/imports'],
  createDemo: ['POST', '/demo'],

  // Evidence
  uploadEvidence: ['POST', '/evidence'],
  previewDraft: ['POST', '/draft-previews'],
  draftPostmortem: ['POST', '/drafts'],
  listEvidence: ['GET', '/postmortems/{postmortemId}/evidence'],
  attachEvidence: ['POST', '/postmortems/{postmortemId}/evidence'],
  getEvidenceRaw: ['GET', '/postmortems/{postmortemId}/evidence/{evidenceId}/raw'],
  getEvidenceLines: ['GET', '/postmortems/{postmortemId}/evidence/{evidenceId}/lines'],
  listEvidenceEvents: ['GET', '/postmortems/{postmortemId}/evidence-events'],
  getSuggestions: ['GET', '/postmortems/{postmortemId}/suggestions'],
  uploadImage: ['POST', '/postmortems/{postmortemId}/images'],
  getImage: ['GET', '/postmortems/{postmortemId}/images/{imageId}'],

  // Everything across post-mortems
  search: ['GET', '/search'],
  listActions: ['GET', '/actions'],
  listSavedFilters: ['GET', '/saved-filters'],
  createSavedFilter: ['POST', '/saved-filters'],
  deleteSavedFilter: ['DELETE', '/saved-filters/{filterId}'],
  getSettings: ['GET', '/settings'],
  updateSettings: ['PUT', '/settings'],
  listDialects: ['GET', '/dialects'],
  listAudit: ['GET', '/audit'],
  streamChanges: ['GET', '/changes'],
} as const satisfies Record<string, readonly [method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string]>;

/** Name of an operation of the API. */
export type RouteId = keyof typeof ROUTE_PATHS;
