import { describe, expect, it } from 'vitest';
import {
  chosenBy,
  isMailAddress,
  type MailPage,
  type RecipientEntry,
  recipients,
} from './recipient.ts';

const TOKEN = 'a1b2c3d4e5f60718';
const entry = (given: Partial<RecipientEntry> = {}): RecipientEntry => ({
  address: 'clerk@office.example',
  sections: '',
  offices: '',
  roles: '',
  language: 'th',
  token: TOKEN,
  ...given,
});

it.each([
  ['clerk@office.example', true],
  ['a.b+c@sub.office.go.th', true],
  ['clerk@office', false],
  ['clerk office@x.example', false],
  ['a@b@c.example', false],
  ['.a@b.example', false],
  ['a..b@c.example', false],
  ['a@-b.example', false],
  ['<a@b.example>', false],
  ['a@b.example\r\nBcc: c@d.example', false],
  ['a@b.example,c@d.example', false],
  ['ก@b.example', false],
  [`${'a'.repeat(65)}@b.example`, false],
  ['', false],
])('takes %j for an address: %s', (text, expected) => {
  expect(isMailAddress(text)).toBe(expected);
});

describe('recipients', () => {
  it('are read with what they ask for', () => {
    const { recipients: found, problems } = recipients([
      entry({
        sections: 'circulars  laws',
        offices: 'dla p50',
        roles: 'executive',
        language: 'en',
      }),
    ]);
    expect(problems).toEqual([]);
    expect(found).toEqual([
      {
        address: 'clerk@office.example',
        sections: ['circulars', 'laws'],
        offices: ['dla', 'p50'],
        roles: ['executive'],
        language: 'en',
        token: TOKEN,
      },
    ]);
  });

  it.each<[keyof RecipientEntry, string]>([
    ['address', 'clerk'],
    ['sections', 'letters'],
    ['offices', 'กรม'],
    ['roles', 'boss'],
    ['language', 'fr'],
    ['token', 'short'],
    ['token', `${TOKEN}\r\nX: y`],
  ])('are refused by their %s %j, which is not repeated where it is secret', (field, value) => {
    const { recipients: found, problems } = recipients([entry({ [field]: value })]);
    expect(found).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ index: 0, field })]);
    if (field === 'address' || field === 'token') {
      expect(JSON.stringify(problems)).not.toContain(JSON.stringify(value));
    }
  });

  it('stand once, whatever the case of the address', () => {
    const other = { token: `${TOKEN}x` };
    const again = recipients([entry(), entry({ address: 'CLERK@office.example', ...other })]);
    expect(again.problems).toEqual([expect.objectContaining({ index: 1, field: 'address' })]);
    const token = recipients([entry(), entry({ address: 'other@office.example' })]);
    expect(token.problems).toEqual([expect.objectContaining({ index: 1, field: 'token' })]);
  });
});

describe('what a recipient asked for', () => {
  const page = (name: string, given: Partial<MailPage>): MailPage => ({
    path: `/circulars/2569/${name}/`,
    title: name,
    summary: '',
    sample: false,
    published: '2026-11-24',
    changes: [],
    section: 'circulars',
    offices: [],
    roles: [],
    ...given,
  });
  const pages = [
    page('a', { offices: ['dla', 'p50'], roles: ['executive'] }),
    page('b', { offices: ['moi'], roles: ['unit'] }),
    page('c', { section: 'faq' }),
  ];
  const dates = [
    { path: '/circulars/2569/a/', role: 'executive' },
    { path: '/circulars/2569/a/', role: 'unit' },
    { path: '/circulars/2569/b/', role: 'unit' },
  ] as never[];

  it.each([
    ['nothing in particular', {}, 'a b c', 3],
    ['a section', { sections: ['circulars'] }, 'a b', 3],
    ['an office', { offices: ['p50'] }, 'a', 2],
    ['a role', { roles: ['executive'] }, 'a c', 1],
    ['a section and a role', { sections: ['circulars'], roles: ['unit'] }, 'b', 2],
    ['two offices', { offices: ['p50', 'moi'] }, 'a b', 3],
  ] as const)('where that is %s', (_, given, names, count) => {
    const asked = { sections: [], offices: [], roles: [], ...given };
    const chosen = chosenBy(asked, pages, dates);
    expect(chosen.pages.map(({ title }) => title).join(' ')).toBe(names);
    expect(chosen.dates).toHaveLength(count);
  });
});
