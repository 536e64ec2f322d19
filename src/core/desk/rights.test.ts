import { describe, expect, it } from 'vitest';
import {
  type Grant,
  ROLES,
  type Role,
  WRITTEN_SECTIONS,
  type WrittenSection,
} from '#core/board/role.ts';
import {
  decide,
  mayAnywhere,
  mayWrite,
  mayWritePage,
  OFFICE_ACTIONS,
  type OfficeAction,
} from './rights.ts';

/** A chain made up: a province, its district, an authority of that; a second province beside. */
const ABOVE: Readonly<Record<string, readonly string[]>> = {
  sao: ['district'],
  district: ['province'],
  province: ['department'],
  other: ['department'],
};
const senders = (office: string): readonly string[] => ABOVE[office] ?? [];
const OFFICES = ['district', 'sao', 'province', 'other', 'department', 'unknown'] as const;

/** What every role may do to the records of each office; officers are of the district. */
const YES: Readonly<Record<Role, readonly (typeof OFFICES)[number][]>> = {
  member: [],
  officer: ['district', 'sao'],
  moderator: [],
  editor: [],
  administrator: OFFICES,
};

const grantOf = (role: Role): Grant[] =>
  role === 'member' ? [] : [{ role, office: role === 'officer' ? 'district' : null }];

const cases = ROLES.flatMap((role) =>
  OFFICE_ACTIONS.flatMap((action) =>
    OFFICES.map((office): [Role, OfficeAction, (typeof OFFICES)[number], boolean] => [
      role,
      action,
      office,
      YES[role].includes(office),
    ]),
  ),
);

describe('who may what', () => {
  it.each(cases)('a %s may %s of %s: %s', (role, action, office, allowed) => {
    expect(decide(grantOf(role), action, office, senders).allowed).toBe(allowed);
  });

  it('lets who holds several roles do what any of them may, and says by which', () => {
    const grants: Grant[] = [
      { role: 'editor', office: null },
      { role: 'officer', office: 'other' },
      { role: 'officer', office: 'province' },
    ];
    expect(decide(grants, 'record', 'sao', senders)).toEqual({
      allowed: true,
      by: 'officer',
      own: 'province',
    });
    const all: Grant[] = [...grants, { role: 'administrator', office: null }];
    expect(decide(all, 'record', 'department', senders)).toEqual({
      allowed: true,
      by: 'administrator',
      own: null,
    });
  });

  it('says why not: no role that may, or the office of another', () => {
    const officer: Grant = { role: 'officer', office: 'district' };
    expect(decide([officer], 'correct', 'other', senders)).toEqual({
      allowed: false,
      reason: 'office',
      own: ['district'],
    });
    for (const grants of [[], grantOf('editor')]) {
      expect(decide(grants, 'correct', 'other', senders)).toEqual({
        allowed: false,
        reason: 'role',
      });
    }
  });

  it('gives an officer of no office nothing', () => {
    const broken: Grant = { role: 'officer', office: null };
    expect(decide([broken], 'see', 'district', senders).allowed).toBe(false);
  });

  it('knows before an office is named who may anything at all', () => {
    const may = ROLES.filter((role) => mayAnywhere(grantOf(role), 'record'));
    expect(may).toEqual(['officer', 'administrator']);
  });

  it('lets pages be written in their sections alone', () => {
    const may = (section: string) =>
      ROLES.filter((role) => mayWritePage(grantOf(role), 'write-pages', section));
    expect(may('faq')).toEqual(['editor', 'administrator']);
    expect(may('circulars')).toEqual(['editor', 'administrator']);
    expect(may('board')).toEqual([]);
    expect(may('')).toEqual([]);
  });

  it('lets an editor of one section write there alone, and take letters only of circulars', () => {
    const of = (section: WrittenSection): Grant[] => [{ role: 'editor', office: null, section }];
    for (const section of WRITTEN_SECTIONS) {
      const may = WRITTEN_SECTIONS.filter((one) => mayWritePage(of(section), 'publish', one));
      expect(may).toEqual([section]);
      expect(mayWrite(of(section), 'write-pages')).toBe(true);
      expect(mayWrite(of(section), 'take-letters')).toBe(section === 'circulars');
    }
    const both = [...of('faq'), ...of('news')];
    expect(WRITTEN_SECTIONS.filter((one) => mayWritePage(both, 'write-pages', one))).toEqual([
      'faq',
      'news',
    ]);
  });
});
