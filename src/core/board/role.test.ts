import { describe, expect, it } from 'vitest';
import {
  type Grant,
  highestRole,
  mayDo,
  mayGrant,
  officesOf,
  PERMISSIONS,
  ROLES,
  type Role,
  WRITTEN_SECTIONS,
  type WrittenSection,
} from './role.ts';

const grant = (role: Role, office: string | null = null): Grant => ({ role, office });

describe('mayDo', () => {
  const rows: [Role, string][] = [
    ['member', 'write report'],
    ['officer', 'write report skip-queue'],
    ['moderator', 'write report skip-queue moderate promote grant-office'],
    ['editor', 'write report skip-queue promote'],
    ['administrator', 'write report skip-queue moderate promote grant-office grant-role'],
  ];
  it.each(rows)('%s may: %s', (role, allowed) => {
    const found = PERMISSIONS.filter((permission) => mayDo([grant(role)], permission));
    expect(found.join(' ')).toBe(allowed);
  });

  it('has a row for each role', () => {
    expect(rows.map(([role]) => role)).toEqual([...ROLES]);
  });

  it('lets a member without grants write and report', () => {
    expect(PERMISSIONS.filter((one) => mayDo([], one))).toEqual(['write', 'report']);
  });

  it('lets an editor of one section promote threads only to questions', () => {
    const of = (section: WrittenSection): Grant => ({ ...grant('editor'), section });
    expect(WRITTEN_SECTIONS.filter((one) => mayDo([of(one)], 'promote'))).toEqual(['faq']);
    expect(mayDo([of('laws')], 'skip-queue')).toBe(true);
  });

  it('adds up what several grants allow', () => {
    const both = [grant('officer', 'd1'), grant('editor')];
    expect(mayDo(both, 'write') && mayDo(both, 'skip-queue')).toBe(true);
    expect(mayDo(both, 'moderate')).toBe(false);
  });
});

describe('mayGrant', () => {
  it.each<[Role, Grant, boolean]>([
    ['moderator', grant('officer', 'd1'), true],
    ['moderator', grant('officer'), false],
    ['moderator', grant('moderator'), false],
    ['editor', grant('officer', 'd1'), false],
    ['administrator', grant('moderator'), true],
    ['administrator', grant('moderator', 'd1'), false],
    ['administrator', grant('member'), false],
    ['administrator', { ...grant('editor'), section: 'faq' }, true],
    ['administrator', { ...grant('moderator'), section: 'faq' }, false],
    ['editor', { ...grant('editor'), section: 'faq' }, false],
  ])('%s grants %j: %s', (role, wanted, may) => {
    expect(mayGrant([grant(role)], wanted)).toBe(may);
  });
});

describe('officesOf', () => {
  it('has the offices of officers alone', () => {
    expect(officesOf([grant('officer', 'd1'), grant('editor'), grant('officer', 'p9')])).toEqual([
      'd1',
      'p9',
    ]);
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
