import { describe, expect, it } from 'vitest';
import { type Grant, highestRole, mayDo, PERMISSIONS, ROLES, type Role } from './role.ts';

const grant = (role: Role, office: string | null = null): Grant => ({ role, office });

describe('mayDo', () => {
  const rows: [Role, string][] = [
    ['member', ''],
    ['officer', ''],
    ['moderator', 'grant-office moderate'],
    ['editor', 'edit-content'],
    ['administrator', 'grant-office grant-role moderate edit-content'],
  ];
  it.each(rows)('%s may do: %s', (role, allowed) => {
    const found = PERMISSIONS.filter((permission) => mayDo([grant(role)], permission));
    expect(found.join(' ')).toBe(allowed);
  });

  it('has a row for each role', () => {
    expect(rows.map(([role]) => role)).toEqual([...ROLES]);
  });

  it('adds up what several grants allow', () => {
    const both = [grant('moderator'), grant('editor')];
    expect(mayDo(both, 'moderate') && mayDo(both, 'edit-content')).toBe(true);
    expect(mayDo(both, 'grant-role')).toBe(false);
  });
});

describe('highestRole', () => {
  it.each<[Role[], Role]>([
    [[], 'member'],
    [['officer'], 'officer'],
    [['moderator', 'officer'], 'moderator'],
    [['officer', 'administrator', 'editor'], 'administrator'],
  ])('of %j is %s', (roles, highest) => {
    expect(highestRole(roles.map((role) => grant(role)))).toBe(highest);
  });
});
