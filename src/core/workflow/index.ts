export { accessTo, type Actor, type Confidentiality, mayDo, permissionsOf } from './access.ts';
export { personColour } from './person-colour.ts';
export { type Permission, PERMISSIONS, type Role, ROLES, type Scope, SCOPES } from './permissions.data.ts';
export { mayMove, type Status, STATUS_LABELS, STATUS_MOVES } from './status-moves.ts';
export { type Condition, explain, judge, type RankComparison, type Verdict } from './condition.ts';
export { type Facts, factsOf } from './facts.ts';
