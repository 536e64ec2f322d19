import { describe, expect, it } from 'vitest';
import {
  type DescribedLetter,
  describeLegislation,
  describeOffice,
  describePortal,
  describeQuestions,
  jsonLdText,
  lastChange,
} from './schema-org.ts';

const PORTAL = {
  url: (path: string) => `https://wian.example${path}`,
  name: 'เวียน',
  language: 'th',
};

const letter = (given: Partial<DescribedLetter> = {}): DescribedLetter => ({
  path: '/circulars/2568/x/',
  title: 'เปิดระบบ',
  summary: 'ยืนยันตัวตน',
  issuer: { name: 'กรมส่งเสริมการปกครองท้องถิ่น' },
  number: { value: 'มท 0808.4/ว 2007' },
  date: { value: '2024-09-17' },
  force: { status: 'unknown' },
  repeals: [],
  published: '2026-11-21',
  changed: '2026-11-21',
  ...given,
});

const jsonOf = (given: Partial<DescribedLetter>) =>
  JSON.parse(jsonLdText(describeLegislation(letter(given), PORTAL)));

describe('describeLegislation', () => {
  it('tells what is certain', () => {
    expect(jsonOf({ repeals: ['/laws/a/'] })).toMatchObject({
      '@type': 'Legislation',
      legislationIdentifier: 'มท 0808.4/ว 2007',
      legislationDate: '2024-09-17',
      legislationLegalValue: 'https://schema.org/UnofficialLegalValue',
      legislationRepeals: [{ '@type': 'Legislation', '@id': 'https://wian.example/laws/a/' }],
    });
  });

  it.each<[string, Partial<DescribedLetter>, string]>([
    [
      'a number in doubt',
      {
        number: {
          value: 'มท 0808.4/ว 1541',
          doubt: { kind: 'cited', readings: [] },
        },
      },
      'legislationIdentifier',
    ],
    ['a date without its day', { date: { value: '2025-04' } }, 'legislationDate'],
    ['an unknown force', { force: { status: 'unknown' } }, 'legislationLegalForce'],
    ['no repeal', { repeals: [] }, 'legislationRepeals'],
  ])('leaves out %s', (_, given, field) => {
    expect(jsonOf(given)).not.toHaveProperty(field);
  });

  it.each([
    ['in-force', 'https://schema.org/InForce'],
    ['cancelled', 'https://schema.org/NotInForce'],
  ] as const)('tells that a letter is %s', (status, force) => {
    expect(jsonOf({ force: { status, by: 'laws/a' } }).legislationLegalForce).toBe(force);
  });
});

it('cannot be ended by a title', () => {
  const text = jsonLdText(describePortal('</script><script>alert(1)//', PORTAL, null));
  expect(text).not.toContain('<');
  expect(JSON.parse(text).description).toBe('</script><script>alert(1)//');
});

it('names who publishes the portal, where somebody does', () => {
  const operator = { name: 'เทศบาลตำบลสมมุติ', email: 'wian@made-up.go.th', phones: [] };
  expect(describePortal('', PORTAL, operator).publisher).toEqual({
    '@type': 'Organization',
    name: 'เทศบาลตำบลสมมุติ',
    url: undefined,
    email: 'wian@made-up.go.th',
  });
  expect(describePortal('', PORTAL, null).publisher).toBeUndefined();
});

it('describes questions with their answers', () => {
  const question = {
    path: '/faq/a/',
    title: 'ถาม?',
    summary: 'ตอบ',
    published: '2026-11-21',
    changed: '2026-11-21',
  };
  expect(describeQuestions('/faq/', [question], PORTAL).mainEntity).toEqual([
    {
      '@type': 'Question',
      name: 'ถาม?',
      url: 'https://wian.example/faq/a/',
      acceptedAnswer: { '@type': 'Answer', text: 'ตอบ' },
    },
  ]);
});

it('dates a page by its newest change', () => {
  expect(
    lastChange({
      published: '2026-01-02',
      changes: [{ date: '2026-03-01' }, { date: '2026-02-01' }],
    }),
  ).toBe('2026-03-01');
  expect(lastChange({ published: '2026-01-02', changes: [] })).toBe('2026-01-02');
});

describe('describeOffice', () => {
  const office = {
    path: '/offices/p99/d9901/',
    name: 'อำเภอสมมุติ จังหวัดสมมุติ',
    nameEn: undefined,
    area: 'จังหวัดสมมุติ',
    parent: { name: 'จังหวัดสมมุติ', path: '/offices/p99/' },
    phones: [],
  };

  it('names the office above by its page, as letters name their issuer', () => {
    const parent = {
      '@type': 'GovernmentOrganization',
      '@id': 'https://wian.example/offices/p99/',
      name: 'จังหวัดสมมุติ',
    };
    expect(describeOffice(office, PORTAL).parentOrganization).toEqual(parent);
    expect(jsonOf({ issuer: office.parent }).legislationPassedBy).toEqual(parent);
  });

  it('tells telephones only where there are some', () => {
    expect(JSON.parse(jsonLdText(describeOffice(office, PORTAL)))).not.toHaveProperty(
      'contactPoint',
    );
    expect(describeOffice({ ...office, phones: ['0 5311 2222'] }, PORTAL).contactPoint).toEqual([
      { '@type': 'ContactPoint', telephone: '0 5311 2222' },
    ]);
  });
});
