import { type ParseArgsConfig, parseArgs } from 'node:util';
import { expect, it } from 'vitest';
import { argumentErrorText, isArgumentError } from './argument-error.ts';

const OPTIONS = {
  office: { type: 'string', short: 'o' },
  from: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

const textOf = (args: string[], allowPositionals = true): string => {
  try {
    parseArgs({ args, options: OPTIONS, allowPositionals });
  } catch (error) {
    if (isArgumentError(error)) return argumentErrorText(error, args);
    throw error;
  }
  return 'nothing is wrong';
};

it.each<[args: string[], text: string]>([
  [['--titel', 'x'], 'There is no option "--titel".'],
  [['--titel=x'], 'There is no option "--titel".'],
  [['-x'], 'There is no option "-x".'],
  [
    ['faq', '- ขีด'],
    '"- ขีด" begins with a dash and is taken for options. Put -- before it: -- "- ขีด"',
  ],
  [['-ขีด'], '"-ขีด" begins with a dash and is taken for options. Put -- before it: -- "-ขีด"'],
  [['--ขีด'], '"--ขีด" begins with a dash and is taken for options. Put -- before it: -- "--ขีด"'],
  [['faq', '--', '- ขีด'], 'nothing is wrong'],
  [['--from'], '--from needs a value behind it.'],
  [['--office'], '--office needs a value behind it.'],
  [['-o'], '--office needs a value behind it.'],
  [
    ['--from', '--dry-run'],
    'What follows --from begins with a dash. If it is the value, write --from=VALUE; if not, the value is missing.',
  ],
  [['--dry-run=yes'], '--dry-run takes no value.'],
])('says of %j what to write', (args, text) => {
  expect(textOf(args)).toBe(text);
});

it('says what a command without files has no use for', () => {
  expect(textOf(['page'], false)).toBe(
    '"page" is not expected here: this command takes options alone.',
  );
});
