import { z } from 'zod';

import * as account from '../schemas/account.ts';
import { cursor, finding, instant, page, revisionNumber, uuid } from '../schemas/basics.ts';
import * as evidence from '../schemas/evidence.ts';
import * as pm from '../schemas/postmortem.ts';
import { postmortemSchema } from '#core/record';

import { defineRoutes } from './define-route.ts';

const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });
const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: cursor.nullable() });
const MEGABYTE = 1024 * 1024;

/** Every route of the API: one table for the server, the reference and the typed client. */
export const ROUTES = defineRoutes({
  getSetup: {
    tag: 'Accounts',
    summary: 'Whether the first administrator is still missing, and which ways to sign in there are',
    access: 'public',
    response: z.object({
      needsSetup: z.boolean(),
      oidc: z.object({ name: z.string() }).nullable(),
      version: z.string(),
    }),
  },
  completeSetup: {
    tag: 'Accounts',
    summary: 'Create the first administrator with the one-time link, and sign in',
    access: 'public',
    body: z.object({
      token: z.string(),
      name: z.string().trim().min(1).max(200),
      email: z.email(),
      password: account.password,
      workspaceName: z.string().trim().min(1).max(200).optional(),
    }),
    response: account.session,
    success: 201,
  },
  getSession: { tag: 'Accounts', summary: 'Who is signed in', access: 'signed-in', response: account.session },
  signIn: {
    tag: 'Accounts',
    summary: 'Sign in with e-mail and password',
    access: 'public',
    body: z.object({ email: z.string().max(320), password: z.string().max(200) }),
    response: account.session,
    success: 201,
  },
  signOut: { tag: 'Accounts', summary: 'Sign out', access: 'signed-in', success: 204 },
  updateMe: {
    tag: 'Accounts',
    summary: 'Change own name or password',
    access: 'signed-in',
    body: z.object({
      name: z.string().trim().min(1).max(200).optional(),
      currentPassword: z.string().optional(),
      newPassword: account.password.optional(),
    }),
    response: account.session,
  },

  listPeople: {
    tag: 'Accounts',
    summary: 'People of the workspace',
    access: 'people.read',
    response: listOf(account.person),
  },
  updatePerson: {
    tag: 'Accounts',
    summary: 'Change the role of a person, or disable the account',
    access: 'people.manage',
    body: z.object({ role: account.role.optional(), disabled: z.boolean().optional() }),
    response: account.person,
  },
  listInvitations: {
    tag: 'Accounts',
    summary: 'Open invitations',
    access: 'people.manage',
    response: listOf(account.invitation),
  },
  createInvitation: {
    tag: 'Accounts',
    summary: 'Invite somebody; the link is only told once',
    access: 'people.manage',
    body: z.object({ email: z.email().optional(), role: account.role }),
    response: account.invitation.extend({ url: z.string() }),
    success: 201,
    idempotent: true,
  },
  revokeInvitation: { tag: 'Accounts', summary: 'Withdraw an invitation', access: 'people.manage', success: 204 },
  readInvitation: {
    tag: 'Accounts',
    summary: 'What an invitation link is for',
    access: 'public',
    body: z.object({ token: z.string() }),
    response: z.object({
      workspaceName: z.string(),
      role: account.role,
      email: z.string().nullable(),
      by: z.string().nullable(),
    }),
  },
  acceptInvitation: {
    tag: 'Accounts',
    summary: 'Join with an invitation link, and sign in',
    access: 'public',
    body: z.object({
      token: z.string(),
      name: z.string().trim().min(1).max(200),
      email: z.email(),
      password: account.password,
    }),
    response: account.session,
    success: 201,
  },
  listTokens: { tag: 'Accounts', summary: 'Own API tokens', access: 'signed-in', response: listOf(account.token) },
  createToken: {
    tag: 'Accounts',
    summary: 'Make an API token; the secret is only told once',
    access: 'signed-in',
    body: z.object({
      name: z.string().trim().min(1).max(200),
      scopes: z.array(account.scope).min(1),
      expiresInDays: z.number().int().min(1).max(3650).optional(),
    }),
    response: account.token.extend({ secret: z.string() }),
    success: 201,
    idempotent: true,
  },
  revokeToken: { tag: 'Accounts', summary: 'Revoke an own API token', access: 'signed-in', success: 204 },

  getHome: {
    tag: 'Post-mortems',
    summary: 'What needs me: my drafts, my open actions, what changed recently',
    access: 'postmortem.read',
    response: z.object({
      drafts: z.array(pm.postmortemSummary),
      myActions: z.array(pm.actionSummary),
      recent: z.array(pm.postmortemSummary),
      empty: z.boolean().describe('True while the workspace has no post-mortem at all'),
    }),
  },
  listPostmortems: {
    tag: 'Post-mortems',
    summary: 'Post-mortems one may see, newest incident first',
    access: 'postmortem.read',
    query: pm.postmortemFilters.extend({
      ...page,
      sort: z.enum(['incident', 'updated', 'title', 'severity']).optional(),
    }),
    response: pageOf(pm.postmortemSummary),
  },
  getFacets: {
    tag: 'Post-mortems',
    summary: 'Values that the filters can take, with how often they occur',
    access: 'postmortem.read',
    response: z.object({
      total: z.number().int(),
      status: z.array(z.object({ value: pm.status, count: z.number().int() })),
      severity: z.array(z.object({ value: z.number().int(), label: z.string(), count: z.number().int() })),
      service: z.array(z.object({ value: z.string(), count: z.number().int() })),
      team: z.array(z.object({ value: z.string(), count: z.number().int() })),
      tag: z.array(z.object({ value: z.string(), count: z.number().int() })),
    }),
  },
  createPostmortem: {
    tag: 'Post-mortems',
    summary: 'Create a post-mortem from a template, or from a whole record',
    access: 'postmortem.create',
    body: pm.newPostmortem,
    response: pm.postmortem,
    success: 201,
    idempotent: true,
  },
  getPostmortem: {
    tag: 'Post-mortems',
    summary: 'One post-mortem with its record; the ETag is its revision',
    access: 'postmortem.read',
    response: pm.postmortem,
  },
  replacePostmortem: {
    tag: 'Post-mortems',
    summary: 'Replace the record; open editors see it at once',
    access: 'postmortem.edit',
    body: z.object({ record: postmortemSchema, rows: pm.rows.optional() }),
    response: pm.postmortem,
    ifMatch: 'required',
  },
  updatePostmortem: {
    tag: 'Post-mortems',
    summary: 'Change what stands beside the record',
    access: 'postmortem.edit',
    body: pm.postmortemChange,
    response: pm.postmortem,
    ifMatch: 'required',
  },
  deletePostmortem: {
    tag: 'Post-mortems',
    summary: 'Delete a post-mortem',
    access: 'postmortem.delete',
    ifMatch: 'required',
    success: 204,
  },
  setStatus: {
    tag: 'Post-mortems',
    summary: 'Move a post-mortem to another status',
    access: 'postmortem.set-status',
    body: z.object({ status: pm.status }),
    response: pm.postmortem,
    ifMatch: 'required',
  },
  getAccess: {
    tag: 'Post-mortems',
    summary: 'Who may see a private post-mortem',
    access: 'postmortem.read',
    response: z.object({ private: z.boolean(), people: z.array(uuid), revision: revisionNumber }),
  },
  setAccess: {
    tag: 'Post-mortems',
    summary: 'Make a post-mortem private or public, and say who may see it',
    access: 'postmortem.set-access',
    body: z.object({ private: z.boolean(), people: z.array(uuid) }),
    response: z.object({ private: z.boolean(), people: z.array(uuid), revision: revisionNumber }),
    ifMatch: 'required',
  },
  getFindings: {
    tag: 'Post-mortems',
    summary: 'What a reader should look at, and what is still missing',
    access: 'postmortem.read',
    response: pm.findings,
  },
  addEvent: {
    tag: 'Post-mortems',
    summary: 'Add an event to the timeline',
    access: 'postmortem.edit',
    body: pm.newEvent,
    response: z.object({ rowId: z.string(), revision: revisionNumber }),
    success: 201,
    idempotent: true,
  },
  updateEvent: {
    tag: 'Post-mortems',
    summary: 'Change an event; its original is kept',
    access: 'postmortem.edit',
    body: pm.eventChange,
    response: z.object({ rowId: z.string(), revision: revisionNumber }),
    ifMatch: 'required',
  },
  deleteEvent: {
    tag: 'Post-mortems',
    summary: 'Take an event off the timeline',
    access: 'postmortem.edit',
    ifMatch: 'required',
    success: 204,
  },
  addAction: {
    tag: 'Post-mortems',
    summary: 'Add an action item',
    access: 'postmortem.edit',
    body: pm.newAction,
    response: z.object({ rowId: z.string(), revision: revisionNumber }),
    success: 201,
    idempotent: true,
  },
  updateAction: {
    tag: 'Post-mortems',
    summary: 'Change an action item',
    access: 'postmortem.edit',
    body: pm.actionChange,
    response: z.object({ rowId: z.string(), revision: revisionNumber }),
    ifMatch: 'required',
  },
  deleteAction: {
    tag: 'Post-mortems',
    summary: 'Delete an action item',
    access: 'postmortem.edit',
    ifMatch: 'required',
    success: 204,
  },
  exportPostmortem: {
    tag: 'Post-mortems',
    summary: 'Download: Markdown of any template, JSON, or the timeline as CSV, SVG or Mermaid',
    access: 'postmortem.read',
    query: z.object({
      format: z.enum(['markdown', 'json', 'csv', 'svg', 'mermaid']).optional(),
      dialect: pm.dialectId.optional().describe("The post-mortem's own template if absent"),
      zone: z.string().optional(),
    }),
    response: 'text/markdown',
  },
  listRevisions: {
    tag: 'Post-mortems',
    summary: 'Every revision, newest first',
    access: 'postmortem.read',
    query: z.object(page),
    response: pageOf(pm.revisionSummary),
  },
  getRevision: {
    tag: 'Post-mortems',
    summary: 'One revision as Markdown',
    access: 'postmortem.read',
    response: pm.revisionSummary.extend({ markdown: z.string() }),
  },
  restoreRevision: {
    tag: 'Post-mortems',
    summary: 'Make an earlier revision the current one; nothing in between is lost',
    access: 'postmortem.edit',
    response: pm.postmortem,
    ifMatch: 'required',
  },
  importMarkdown: {
    tag: 'Post-mortems',
    summary: 'Import Markdown documents of any template or team',
    access: 'postmortem.create',
    query: z.object({ trial: z.stringbool().optional().describe('Only tell what would be made of it') }),
    body: z.object({
      files: z
        .array(z.object({ name: z.string().max(500), markdown: z.string() }))
        .min(1)
        .max(500),
      private: z.boolean().optional(),
    }),
    response: z.object({ results: z.array(evidence.importResult) }),
    idempotent: true,
  },
  createDemo: {
    tag: 'Workspace',
    summary: 'Add the example incident with its evidence',
    access: 'postmortem.create',
    response: z.object({ id: uuid }),
    success: 201,
    idempotent: true,
  },

  uploadEvidence: {
    tag: 'Evidence',
    summary: 'Upload one piece of evidence; the same bytes are stored once',
    access: 'postmortem.create',
    query: z.object({ name: z.string().min(1).max(500), zone: z.string().optional() }),
    bytes: 100 * MEGABYTE,
    response: evidence.evidenceItem,
    success: 201,
  },
  previewDraft: {
    tag: 'Evidence',
    summary: 'What the evidence says: timeline, moments and suspects to confirm',
    access: 'postmortem.create',
    body: evidence.readSettings,
    response: evidence.draftPreview,
  },
  draftPostmortem: {
    tag: 'Evidence',
    summary: 'Draft a post-mortem from evidence and confirmed moments',
    access: 'postmortem.create',
    body: evidence.newDraft,
    response: pm.postmortem,
    success: 201,
    idempotent: true,
  },
  listEvidence: {
    tag: 'Evidence',
    summary: 'Evidence of a post-mortem',
    access: 'postmortem.read',
    response: listOf(evidence.evidenceItem),
  },
  attachEvidence: {
    tag: 'Evidence',
    summary: 'Add uploaded evidence to a post-mortem',
    access: 'postmortem.edit',
    body: z.object({ evidence: z.array(evidence.evidenceUse).min(1).max(2000), zone: z.string().optional() }),
    response: listOf(evidence.evidenceItem),
    success: 201,
  },
  getEvidenceRaw: {
    tag: 'Evidence',
    summary: 'The bytes as they came',
    access: 'postmortem.read',
    response: 'application/octet-stream',
  },
  getEvidenceLines: {
    tag: 'Evidence',
    summary: 'Lines of a piece of evidence around a place',
    access: 'postmortem.read',
    query: z.object({
      from: z.coerce.number().int().min(1).optional(),
      count: z.coerce.number().int().min(1).max(2000).optional(),
    }),
    response: z.object({ from: z.number().int(), lines: z.array(z.string()), total: z.number().int() }),
  },
  listEvidenceEvents: {
    tag: 'Evidence',
    summary: 'The pool: everything the evidence says, in order',
    access: 'postmortem.read',
    query: z.object({
      ...page,
      limit: z.coerce.number().int().min(1).max(5000).optional(),
      q: z.string().optional(),
      source: z.array(z.string()).optional().describe('SHA-256 of the evidence'),
      level: z.array(z.string()).optional(),
      kind: z.array(z.string()).optional(),
    }),
    response: pageOf(evidence.evidenceEvent).extend({
      total: z.number().int(),
      kinds: z.array(z.object({ value: z.string(), count: z.number().int() })),
      levels: z.array(z.object({ value: z.string(), count: z.number().int() })),
      sources: z.array(z.object({ value: z.string(), name: z.string(), count: z.number().int() })),
    }),
  },
  getSuggestions: {
    tag: 'Evidence',
    summary: 'Moments, suspects and impact periods that the evidence suggests',
    access: 'postmortem.read',
    response: evidence.suggestions,
  },
  uploadImage: {
    tag: 'Evidence',
    summary: 'Attach an image (PNG, JPEG, GIF, WebP)',
    access: 'postmortem.edit',
    query: z.object({ name: z.string().min(1).max(500) }),
    bytes: 20 * MEGABYTE,
    response: z.object({ id: z.string(), url: z.string(), markdown: z.string() }),
    success: 201,
  },
  getImage: { tag: 'Evidence', summary: 'An attached image', access: 'postmortem.read', response: 'image/*' },

  search: {
    tag: 'Workspace',
    summary: 'Ranked full-text search over everything one may see',
    access: 'postmortem.read',
    query: pm.postmortemFilters.extend({ ...page, q: z.string().min(1).max(500) }),
    response: z.object({
      items: z.array(
        z.object({
          postmortem: pm.postmortemSummary,
          passages: z.array(
            z.object({
              where: z.string().describe('Section, as `Timeline` or `Root cause`'),
              path: z.string().describe('Path in the record, to link to'),
              pieces: z.array(z.object({ text: z.string(), hit: z.boolean() })),
            }),
          ),
        }),
      ),
      nextCursor: cursor.nullable(),
      total: z.number().int().describe('At most 1,000 are counted'),
      atLeast: z.boolean().describe('True where there are more than were counted'),
    }),
  },
  listActions: {
    tag: 'Workspace',
    summary: 'Action items across post-mortems',
    access: 'postmortem.read',
    query: z.object({
      ...page,
      mine: z.stringbool().optional(),
      open: z.stringbool().optional(),
      owner: z.string().optional(),
    }),
    response: pageOf(pm.actionSummary),
  },
  listSavedFilters: {
    tag: 'Workspace',
    summary: 'Own saved filters',
    access: 'postmortem.read',
    response: listOf(z.object({ id: uuid, name: z.string(), query: z.string() })),
  },
  createSavedFilter: {
    tag: 'Workspace',
    summary: 'Save a filter under a name',
    access: 'postmortem.read',
    body: z.object({
      name: z.string().trim().min(1).max(100),
      query: z.string().max(2000).describe('Query string of the list'),
    }),
    response: z.object({ id: uuid, name: z.string(), query: z.string() }),
    success: 201,
    idempotent: true,
  },
  deleteSavedFilter: { tag: 'Workspace', summary: 'Forget a saved filter', access: 'postmortem.read', success: 204 },
  getSettings: {
    tag: 'Workspace',
    summary: 'Settings of the workspace; the ETag is their revision',
    access: 'postmortem.read',
    response: account.settings.extend({ revision: revisionNumber }),
  },
  updateSettings: {
    tag: 'Workspace',
    summary: 'Change the settings of the workspace',
    access: 'settings.manage',
    body: account.settings,
    response: account.settings.extend({ revision: revisionNumber }),
    ifMatch: 'required',
  },
  listDialects: {
    tag: 'Workspace',
    summary: 'Templates there are',
    access: 'postmortem.read',
    response: listOf(
      z.object({ id: pm.dialectId, name: z.string(), description: z.string(), zone: z.string().nullable() }),
    ),
  },
  listAudit: {
    tag: 'Workspace',
    summary: 'The audit trail, newest first',
    access: 'audit.read',
    query: z.object({ ...page, subject: z.string().optional() }),
    response: pageOf(account.auditEntry).extend({
      intact: z.boolean().describe('True if every hash on this page follows from the one before'),
    }),
  },
  streamChanges: {
    tag: 'Workspace',
    summary: 'Server-sent events: `change` with type, id and revision of whatever changed',
    access: 'postmortem.read',
    response: 'text/event-stream',
  },
});

/** One message of {@link ROUTES.streamChanges}. */
export const changeMessage = z.object({
  type: z.enum(['postmortem', 'settings', 'people', 'evidence']),
  id: z.string(),
  revision: z.number().int().nullable(),
  at: instant,
  findings: z.array(finding).optional(),
});
