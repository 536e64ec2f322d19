import { expect, it } from 'vitest';
import { OPERATOR_FILE } from '#core/operator/operator.ts';
import { checkProject } from '../../scripts/lib/check-project.ts';
import { added, checked, GOOD, TODAY, withProject } from './good-content.ts';

const OPERATOR = `name: เทศบาลตำบลสมมุติ
email: wian@made-up.go.th
phones: [0-2241-9000 ต่อ 12, "1567"]
address: 1 ถนนสมมุติ ตำบลสมมุติ อำเภอสมมุติ
homepage: https://www.made-up.go.th/
since: "2026-11-28"
`;

const messagesOf = (text: string) => checked(added(GOOD, OPERATOR_FILE, text));
const changed = (from: string, to: string) => {
  if (!OPERATOR.includes(from)) throw new Error(`"${from}" does not stand in the settings`);
  return messagesOf(OPERATOR.replace(from, to));
};
const notes = (files: typeof GOOD) =>
  withProject(files, async (root) => (await checkProject(root, TODAY)).notes);

it.each([
  ['all fields', OPERATOR],
  ['the two that are needed', 'name: เทศบาลตำบลสมมุติ\nemail: wian@made-up.go.th\n'],
  ['comments alone', '# name: \n'],
  ['nothing', ''],
  [
    'an address of its own domain',
    'name: มูลนิธิสมมุติ\nemail: wian@made-up.or.th\nhomepage: https://made-up.or.th/\n',
  ],
])('takes %s', async (_, text) => {
  expect(await messagesOf(text)).toEqual([]);
});

it.each([
  ['no name', 'name: เทศบาลตำบลสมมุติ\n', ''],
  ['no e-mail', 'email: wian@made-up.go.th\n', ''],
  ['a name in English only', 'เทศบาลตำบลสมมุติ', 'Made-up Municipality'],
  ['a name left as in the example', 'เทศบาลตำบลสมมุติ', 'เทศบาลตำบล…'],
  ['an empty name', 'เทศบาลตำบลสมมุติ', '""'],
  ['an e-mail that is none', 'wian@made-up.go.th', 'wian at made-up'],
  ['the e-mail of an example', 'wian@made-up.go.th', 'wian@office.example'],
  ['a private e-mail', 'wian@made-up.go.th', 'nobody@gmail.com'],
  ['a mobile number', '0-2241-9000 ต่อ 12', '080-000-0000'],
  ['a mobile number in Thai digits', '0-2241-9000 ต่อ 12', '๐๘ ๐๐๐๐ ๐๐๐๐'],
  ['a telephone number that is none', '0-2241-9000 ต่อ 12', 'ถามที่เคาน์เตอร์'],
  ['a telephone number without quotes', '"1567"', '1567'],
  ['one telephone number', 'phones: [0-2241-9000 ต่อ 12, "1567"]', 'phones: 0-2241-9000'],
  ['a homepage without https', 'https://www.made-up.go.th/', 'www.made-up.go.th'],
  ['a homepage of another kind', 'https://www.made-up.go.th/', 'javascript:alert(1)'],
  ['a homepage of an example', 'https://www.made-up.go.th/', 'https://office.example/'],
  ['a year of the Buddhist era', '"2026-11-28"', '"2569-11-28"'],
  ['a day that is none', '"2026-11-28"', '"2026-11-31"'],
  ['a month', '"2026-11-28"', '"2026-11"'],
  ['an unknown field', 'phones:', 'phone:'],
  ['a list', OPERATOR, '- name: เทศบาลตำบลสมมุติ\n'],
  ['YAML that cannot be read', 'name: เทศบาล', 'name: เทศบาล: '],
])('refuses %s', async (_, from, to) => {
  const problems = await changed(from, to);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems).toMatchSnapshot();
  expect(problems.every((one) => one.startsWith(OPERATOR_FILE))).toBe(true);
});

it('notes that nobody runs the copy, where that is so', async () => {
  const missing = await notes(GOOD);
  expect(missing.map(({ file }) => file)).toEqual([OPERATOR_FILE]);
  expect(await notes(added(GOOD, OPERATOR_FILE, '# later\n'))).toEqual(missing);
  expect(await notes(added(GOOD, OPERATOR_FILE, OPERATOR))).toEqual([]);
  // What is wrong with the settings is a problem; that they are missing is then not so.
  expect(await notes(added(GOOD, OPERATOR_FILE, 'name: ก\n'))).toEqual([]);
});
