import { type Random, seededRandom } from '../lib/random.ts';
import { CLEAN, degrade, FAIR, POOR } from './degrade.ts';
import { makeDocument } from './document.ts';
import { makeLetter } from './generate.ts';
import { KINDS } from './sweep.ts';

/** What MDX, YAML, CSV and regular expressions could trip over, and what no reader expects. */
const NASTY = [
  '{',
  '}',
  '<',
  '<Foo',
  '</p>',
  '<!--',
  '{process.exit(1)}',
  "import x from 'y'",
  'export default 1',
  '---',
  '\n---\n',
  '```',
  '`',
  '$' + '{x}',
  '\\',
  '"',
  "'",
  '|',
  '\u0000',
  '\u202E',
  '\uFEFF',
  '\uD800',
  '\u0E33',
  '\u0E48\u0E48\u0E48',
  '๐'.repeat(60),
  '/ว'.repeat(30),
  'ที่ มท '.repeat(20),
  '('.repeat(40),
  ' '.repeat(200),
  '[x](javascript:alert(1))',
  '- key: value',
  '# ',
  '&amp;',
  ': ',
  '*',
  '@',
  'ลับที่สุด',
  'เรื่อง ',
  'เรียน ',
  'อ้างถึง ',
  'ด่วนภายใน ๓๑ กุมภาพันธ์ ๒๕๖๘ เวลา ๙๙.๙๙ น.',
  '😀',
  'constructor',
  '__proto__',
] as const;

const anyCharacter = (random: Random): string =>
  String.fromCodePoint(
    random.pick([
      random.int(0, 0x7f),
      random.int(0x0e00, 0x0e7f),
      random.int(0, 0xd7ff),
      random.int(0x10000, 0x1f9ff),
    ]),
  );

const noise = (random: Random): string =>
  Array.from({ length: random.int(0, 400) }, () => anyCharacter(random)).join('');

const mutateOnce = (text: string, random: Random): string => {
  const at = random.int(0, text.length);
  const end = Math.min(text.length, at + random.int(1, 60));
  const lines = text.split('\n');
  const line = random.int(0, lines.length - 1);
  return random.pick([
    () => text.slice(0, at) + random.pick(NASTY) + text.slice(at),
    () => text.slice(0, at) + text.slice(end),
    () => text.slice(0, at) + anyCharacter(random) + text.slice(at + 1),
    () => text.slice(0, end) + text.slice(at),
    () => lines.toSpliced(line, 1).join('\n'),
    () => lines.toSpliced(line, 0, random.pick(NASTY)).join('\n'),
    () => lines.with(line, random.pick(NASTY) + lines[line]).join('\n'),
    () => lines.toSorted(() => random.next() - 0.5).join('\n'),
    () => text.replaceAll('\n', ' '),
    () => text.replace(/[ก-๎]/g, (one) => (random.chance(0.05) ? '' : one)),
  ])();
};

/** A text of any kind for a seed: mostly letters that were damaged at random, one to three in a file, else plain noise. */
export const anyDocument = (seed: number): string => {
  const random = seededRandom(seed);
  if (random.chance(0.05)) return noise(random);
  const rates = random.pick([CLEAN, FAIR, POOR]);
  let text = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () =>
    random.chance(0.5)
      ? degrade(makeLetter(random).lines, rates, random)
      : makeDocument(random, 'tuning', random.pick(KINDS).recipe(random)).text,
  ).join('\n\n\n');
  for (let left = random.int(1, 12); left > 0; left--) text = mutateOnce(text, random);
  return text;
};
