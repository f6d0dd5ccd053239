import type { UseCases } from '#app/context';

import { createInvitation, listInvitations, revokeInvitation } from './invitations.ts';
import { listPeople, updatePerson } from './people.ts';
import { createToken, listTokens, revokeToken } from './tokens.ts';

/** Use cases of people, invitations and tokens. Those whose answers set cookies are called by `server/auth` itself. */
export const accountUseCases: UseCases<
  | 'listPeople'
  | 'updatePerson'
  | 'listInvitations'
  | 'createInvitation'
  | 'revokeInvitation'
  | 'listTokens'
  | 'createToken'
  | 'revokeToken'
> = {
  listPeople,
  updatePerson,
  listInvitations,
  createInvitation,
  revokeInvitation,
  listTokens,
  createToken,
  revokeToken,
};
