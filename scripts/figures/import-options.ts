import { SIDES, type Side } from '#core/figures/classification.ts';
import { isIsoMonth } from '#core/figures/fiscal-year.ts';
import type { SheetContext } from '#core/figures/import/sheet-context.ts';
import { isFullDate } from '#core/letter/date.ts';
import { canonicalLetterNumber } from '#core/letter/number.ts';
import { levelOfType } from '#core/office/office.ts';
import type { Registry } from '#core/office/registry.ts';
import { UsageError } from '../lib/command.ts';
import { requireOffice } from '../track/context.ts';

const TEXT = { type: 'string' } as const;

/** Options of `figures -- import`, as parseArgs takes them. */
export const IMPORT_OPTIONS = {
  kind: TEXT,
  office: TEXT,
  province: TEXT,
  month: TEXT,
  'fiscal-year': TEXT,
  side: TEXT,
  grant: TEXT,
  transfer: TEXT,
  period: TEXT,
  date: TEXT,
  letter: TEXT,
  source: TEXT,
  'as-of': TEXT,
  rest: TEXT,
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Given = Readonly<Partial<Record<keyof typeof IMPORT_OPTIONS, string | boolean | undefined>>>;

const textOf = (given: Given, name: keyof typeof IMPORT_OPTIONS): string | undefined => {
  const value = given[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** The value of an option, which a test has to accept. */
const checked = (
  given: Given,
  name: keyof typeof IMPORT_OPTIONS,
  isRight: (text: string) => boolean,
  how: string,
): string | undefined => {
  const text = textOf(given, name);
  if (text === undefined || isRight(text)) return text;
  throw new UsageError(`--${name} ${text}: ${how}`);
};

const isGregorian = (text: string): boolean => Number(text.slice(0, 4)) <= 2400;

const authority = (given: Given, registry: Registry): string | undefined => {
  const text = textOf(given, 'office');
  if (text === undefined) return undefined;
  const id = requireOffice({ registry }, text);
  const type = registry.byId.get(id)?.type;
  if (type && levelOfType(type) === 'authority') return id;
  throw new UsageError(`--office ${text}: not a local authority.`);
};

const province = (given: Given, registry: Registry): string | undefined => {
  const text = textOf(given, 'province');
  if (text === undefined) return undefined;
  const id = requireOffice({ registry }, text);
  if (registry.byId.get(id)?.type === 'province') return id;
  throw new UsageError(`--province ${text}: not a province.`);
};

/** What the options say of every row of the file; throws a UsageError for what they may not be. */
export const readImportOptions = (
  given: Given,
  registry: Registry,
): { readonly context: SheetContext; readonly kind: 'grants' | 'finance' | null } => {
  const day = (name: 'date' | 'as-of') =>
    checked(
      given,
      name,
      (text) => isFullDate(text) && isGregorian(text),
      'not a day; write it as YYYY-MM-DD, Gregorian.',
    );
  const year = checked(
    given,
    'fiscal-year',
    (text) => /^2[4-6]\d\d$/.test(text),
    'write it as 2569.',
  );
  const letter = textOf(given, 'letter');
  const number = letter === undefined ? undefined : canonicalLetterNumber(letter);
  if (number === null) throw new UsageError(`--letter ${letter}: not a letter number.`);
  const kind = checked(
    given,
    'kind',
    (text) => ['grants', 'finance'].includes(text),
    'give grants or finance.',
  );
  return {
    kind: (kind as 'grants' | 'finance' | undefined) ?? null,
    context: {
      office: authority(given, registry),
      province: province(given, registry),
      month: checked(
        given,
        'month',
        (text) => isIsoMonth(text) && isGregorian(text),
        'not a month; write it as YYYY-MM, Gregorian.',
      ),
      fiscalYear: year === undefined ? undefined : Number(year),
      side: checked(
        given,
        'side',
        (text) => (SIDES as readonly string[]).includes(text),
        'give revenue or expenditure.',
      ) as Side | undefined,
      grant: textOf(given, 'grant'),
      transfer: textOf(given, 'transfer'),
      period: textOf(given, 'period'),
      date: day('date'),
      letterNumber: number,
      asOf: day('as-of'),
    },
  };
};
