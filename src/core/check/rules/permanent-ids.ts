import { buddhistYear } from '#core/letter/date.ts';
import { type Fact, possibleValues } from '#core/letter/fact.ts';
import { mintPermanentId } from '#core/letter/permanent-id.ts';
import type { Problem } from '#core/problem.ts';
import {
  type ContentRecord,
  type PermanentIdRegister,
  problemAt,
  type RegisteredId,
  type Rule,
} from '../content.ts';

const REGISTER = 'content/circulars/permanent-ids.csv';
const NEVER_CHANGED =
  'A permanent id stands in printed QR codes and in feeds: it is minted once and never changed.';

interface Circular {
  readonly record: ContentRecord;
  readonly year: string;
  readonly id: string;
}

const circularsOf = (records: readonly ContentRecord[]): Circular[] =>
  records
    .filter(({ kind }) => kind === 'circulars')
    .map((record) => {
      const [, year, id] = record.path.split('/') as [string, string, string];
      return { record, year, id };
    });

const folderOf = ({ year, id }: { readonly year: string; readonly id: string }): string =>
  `content/circulars/${year}/${id}`;

const keyOf = ({ record }: Circular) => {
  const { issuer, number, date } = record.fields.letter ?? {};
  return issuer === undefined || number === undefined || date === undefined
    ? null
    : { issuer, number, date };
};

const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value}"` : value);

/** The line of the register for a circular that is minted today; what is in doubt is left empty. */
export const registerLine = (
  { year, id }: { readonly year: string; readonly id: string },
  key: { readonly issuer: string; readonly number: Fact<string>; readonly date: Fact<string> },
  today: string,
): string =>
  [id, year, key.issuer, key.number.value ?? '', key.date.value ?? '', today].map(quoted).join(',');

function* checkFolder({ record, year, id }: Circular): Iterable<Problem> {
  const written = record.fields.id;
  if (written !== undefined && written !== id) {
    yield problemAt(record.source, ['id'], {
      what: `the id "${written}" is not the name of the folder, "${id}"`,
      why: NEVER_CHANGED,
      fix: `Take from ${REGISTER} which of the two was minted, and fix the other.`,
    });
  }
  const { date } = record.fields.letter ?? {};
  const years = date ? possibleValues(date).map((one) => String(buddhistYear(one))) : [];
  if (years.length > 0 && !years.includes(year)) {
    yield problemAt(record.source, ['letter', 'date'], {
      what: `the letter is of B.E. ${years.join(' or ')}, but its folder is "${year}"`,
      why: 'A circular is filed under the Buddhist-era year of its date, in which its number counts.',
      fix: `Fix the date, or move the folder to content/circulars/${years[0]}/ (of a draft: npm run rename -- ${year}/${id}).`,
    });
  }
}

function* checkUnregistered(
  circular: Circular,
  taken: ReadonlySet<string>,
  today: string,
): Iterable<Problem> {
  const key = keyOf(circular);
  if (!key) return;
  const { record, id } = circular;
  const minted = mintPermanentId(key, taken);
  if (minted === id) {
    yield problemAt(record.source, ['id'], {
      what: `the id "${id}" is not in the register of permanent ids`,
      why: NEVER_CHANGED,
      fix: `Add this line to ${REGISTER}: ${registerLine(circular, key, today)}`,
    });
  } else {
    yield problemAt(record.source, ['id'], {
      what: `the id "${id}" is not registered, and is not the one that this letter gets`,
      why: NEVER_CHANGED,
      fix: `Name the folder and the id "${minted}", or put back the id that was registered.`,
    });
  }
}

const isOfAnotherLetter = (row: RegisteredId, circular: Circular): boolean => {
  const key = keyOf(circular);
  if (!key) return false;
  const differs = (registered: string, fact: Fact<string>) =>
    registered !== '' &&
    !possibleValues(fact).some((one) => one.startsWith(registered) || registered.startsWith(one));
  const [isOtherNumber, isOtherDay] = [
    differs(row.number, key.number),
    differs(row.date, key.date),
  ];
  return key.issuer === row.issuer ? isOtherNumber && isOtherDay : isOtherNumber || isOtherDay;
};

/** Of a letter that has number and day of the register, the issuer is the likelier mistake. */
const otherIssuer = (row: RegisteredId, { record }: Circular, issuer: string): Problem =>
  problemAt(record.source, ['letter', 'issuer'], {
    what: `the id "${row.id}" was minted for a letter of "${row.issuer}" with this number and date, and the issuer here is "${issuer}"`,
    why: NEVER_CHANGED,
    fix: `Write "${row.issuer}"; a letter of another office gets a folder and id of its own.`,
  });

const reused = (row: RegisteredId, { record }: Circular): Problem =>
  problemAt(record.source, ['id'], {
    what: `the id "${row.id}" was minted for another letter (line ${row.line} of the register: ${[row.issuer, row.number, row.date].filter(Boolean).join(', ')})`,
    why: 'A permanent id is never used again: old links and printed QR codes would lead to the wrong letter.',
    fix: 'Put back the letter that the id was minted for, and give this one a folder and id of its own.',
  });

const isOfLetter = (row: RegisteredId, circular: Circular): boolean => {
  const key = keyOf(circular);
  return (
    key?.issuer === row.issuer &&
    (key.number.value ?? '') === row.number &&
    (key.date.value ?? '') === row.date
  );
};

const vanished = (file: string, row: RegisteredId, moved: Circular | undefined): Problem => ({
  file,
  line: row.line,
  field: 'id',
  what: moved
    ? `the permanent id "${row.id}" was changed: its letter now lies in ${folderOf(moved)}`
    : `the circular of the permanent id "${row.id}" is gone`,
  why: NEVER_CHANGED,
  fix: moved
    ? `Rename that folder to ${folderOf(row)}, and its id to "${row.id}".`
    : `Put back ${folderOf(row)}; a letter that no longer holds is marked under "force", not removed. Of a draft that was never published, remove this line as well.`,
});

const COLUMN_FORMS: readonly (readonly [keyof RegisteredId, RegExp])[] = [
  ['id', /^[a-z0-9]+(?:-[a-z0-9]+)*$/],
  ['year', /^2[4-6]\d\d$/],
  ['issuer', /^[a-z]+\d*$/],
  ['date', /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/],
  ['minted', /^\d{4}-\d{2}-\d{2}$/],
];

function* checkRegister({ file, rows }: PermanentIdRegister): Iterable<Problem> {
  const lineOf = new Map<string, number>();
  for (const row of rows) {
    for (const [field, form] of COLUMN_FORMS) {
      if (form.test(String(row[field]))) continue;
      yield {
        file,
        line: row.line,
        field,
        what: `"${row[field]}" cannot stand in the column "${field}"`,
        fix: 'Compare with the lines above; take the line from the message that asked for it.',
      };
    }
    const first = lineOf.get(folderOf(row));
    if (first !== undefined) {
      yield {
        file,
        line: row.line,
        field: 'id',
        what: `the permanent id "${row.id}" of ${row.year} stands on line ${first} already`,
        why: 'An id is minted once.',
        fix: 'Remove the later line, or mint another id for its letter.',
      };
    }
    lineOf.set(folderOf(row), first ?? row.line);
  }
}

/**
 * Ids, folders and the register of minted ids agree: nothing registered is gone or belongs to another letter,
 * everything there is registered.
 */
export const permanentIds: Rule = function* ({ records, register }, today) {
  const circulars = circularsOf(records);
  for (const circular of circulars) yield* checkFolder(circular);
  if (!register) return;
  const { file, rows } = register;
  yield* checkRegister(register);
  const rowOf = new Map(rows.map((row) => [folderOf(row), row]));
  const there = new Set(circulars.map(folderOf));
  const unregistered = new Set(circulars.filter((circular) => !rowOf.has(folderOf(circular))));
  for (const row of rows) {
    if (there.has(folderOf(row))) continue;
    const moved = [...unregistered].find((circular) => isOfLetter(row, circular));
    if (moved) unregistered.delete(moved);
    yield vanished(file, row, moved);
  }
  for (const circular of circulars) {
    const row = rowOf.get(folderOf(circular));
    const issuer = keyOf(circular)?.issuer;
    if (row && isOfAnotherLetter(row, circular)) yield reused(row, circular);
    else if (row && issuer !== undefined && issuer !== row.issuer) {
      yield otherIssuer(row, circular, issuer);
    }
    if (unregistered.has(circular)) {
      const taken = new Set(rows.filter(({ year }) => year === circular.year).map(({ id }) => id));
      yield* checkUnregistered(circular, taken, today);
    }
  }
};
