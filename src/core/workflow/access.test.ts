import { describe, expect, it } from 'vitest';

import { accessTo, type Actor, mayDo, permissionsOf } from './access.ts';
import { type Permission, PERMISSIONS, ROLES, type Role, type Scope, SCOPES } from './permissions.data.ts';

const ALL = Object.keys(PERMISSIONS) as Permission[];

function actor(role: Role, facts: Partial<Actor> = {}): Actor {
  return { workspaceId: 'w', userId: 'ada', name: 'Ada', role, via: 'web', ...facts };
}

describe('roles', () => {
  it.each([
    ['reader', ['postmortem.read', 'people.read']],
    ['contributor', ['postmortem.read', 'people.read', 'postmortem.create', 'postmortem.edit']],
    [
      'facilitator',
      [
        'postmortem.read',
        'people.read',
        'postmortem.create',
        'postmortem.edit',
        'postmortem.set-status',
        'postmortem.set-access',
        'postmortem.delete',
      ],
    ],
    ['admin', ALL],
  ] as const)('let a %s do this', (role, permissions) => {
    expect(permissionsOf(actor(role))).toEqual(permissions);
  });

  it('each include all that the one before may', () => {
    for (const [index, role] of ROLES.entries()) {
      const before = ROLES[index - 1];
      if (before === undefined) continue;
      expect(permissionsOf(actor(role))).toEqual(expect.arrayContaining(permissionsOf(actor(before))));
    }
  });
});

describe('scopes', () => {
  it('cover every permission between them, each once', () => {
    expect(Object.values(SCOPES).flat().toSorted()).toEqual(ALL.toSorted());
  });

  it('narrow what the role allows and never widen it', () => {
    for (const role of ROLES) {
      for (const scopes of [[], ['read'], ['write'], ['admin'], ['read', 'write', 'admin']] as Scope[][]) {
        for (const permission of ALL) {
          const covered = scopes.some((scope) => (SCOPES[scope] as readonly Permission[]).includes(permission));
          const byRole = mayDo(actor(role), permission);
          expect(mayDo(actor(role, { scopes }), permission)).toBe(byRole && covered);
        }
      }
    }
  });
});

describe('a private post-mortem', () => {
  const confidential = { private: true, createdBy: 'ada', people: ['bob'] };

  it.each([
    { who: 'its author', userId: 'ada', role: 'contributor', access: 'write' },
    { who: 'somebody named', userId: 'bob', role: 'contributor', access: 'write' },
    { who: 'a reader who is named', userId: 'bob', role: 'reader', access: 'read' },
    { who: 'an admin', userId: 'kim', role: 'admin', access: 'write' },
    { who: 'a facilitator who is not named', userId: 'kim', role: 'facilitator', access: 'none' },
    { who: 'a reader who is not named', userId: 'kim', role: 'reader', access: 'none' },
  ] as const)('is $access for $who', ({ userId, role, access }) => {
    expect(accessTo(actor(role, { userId }), confidential)).toBe(access);
  });

  it('is for nobody without a name, even if nobody made it', () => {
    const system = actor('facilitator', { userId: null, via: 'system' });
    expect(accessTo(system, { private: true, createdBy: null, people: [] })).toBe('none');
  });

  it('is closed to a token that may not read', () => {
    expect(accessTo(actor('admin', { scopes: ['write'] }), confidential)).toBe('none');
    expect(accessTo(actor('admin', { scopes: ['read'] }), confidential)).toBe('read');
  });
});

describe('a post-mortem for all', () => {
  it.each([
    ['reader', 'read'],
    ['contributor', 'write'],
    ['facilitator', 'write'],
    ['admin', 'write'],
  ] as const)('is for a %s to %s', (role, access) => {
    expect(accessTo(actor(role), { private: false, createdBy: null, people: [] })).toBe(access);
  });
});
