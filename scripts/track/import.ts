import { basename, resolve } from 'node:path';
import { beginRestFile, NO_REST_FILE } from '#store/register/rest-file.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { languageOf } from '../lib/language.ts';
import { openContext, readArgs, requireOffice } from './context.ts';
import type { ImportRequest } from './import/classify.ts';
import { importData, importText } from './import/result.ts';
import { appendAtOnce, planOnly, takeOver } from './import/take-over.ts';

const readPlaces = (given: string | undefined): Set<string> => {
  const places = (given ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  if (places.every((one) => /^(?:.+!)?[1-9]\d*$/.test(one))) return new Set(places);
  throw new UsageError(
    `--take ${given}: give lines of the register, parted by commas: 4,9 (of a workbook: SHEET!4).`,
  );
};

export const importRegister: Command = {
  help: `
npm run -s track -- import REGISTER --office ID [--kind received|sent] [--take LINES] [--rest FILE] [--dry-run]
                    [--as-of YYYY-MM-DD] [--json]

Takes over a register that an office keeps anyway: ทะเบียนหนังสือรับ (form 13) or ทะเบียนหนังสือส่ง (form 14), as CSV (UTF-8,
UTF-16 or Windows-874), XLSX, ODS, or a web page that a system named .xls. Every sheet is read, or named with the reason.
Thai headings in the usual spellings, in one row or two, Thai digits, B.E. dates, title rows above the headings and rows
that give the day of a page are understood; what a spreadsheet broke (2568 as a year of the Common Era, 9.3 for 09.30) is
taken where it can mean one thing only. Letters received are matched to known circulars by number, date and issuer;
letters sent by number, date, the office and its addressees. What is recorded already is not recorded again. Nothing
unmatched is dropped: it goes to a file to look at. Of letters marked as secret anywhere in their row nothing is copied
but the line. More in docs/registers.md.

  --office   whose register it is: p50, d5009, or its full name
  --kind     which register, where its headings do not say
  --take     lines of doubtful entries that you looked at and want recorded after all: 4,9; of a workbook SHEET!4
  --rest     where doubtful and unknown entries go (default: REGISTER.rest.csv)
  --dry-run  shows what would be recorded, writes nothing

  npm run -s track -- import register-2568.csv --office d5009 --dry-run
  npm run -s track -- import sent-2568.xlsx --office p50 --take 12,40
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      office: { type: 'string' },
      kind: { type: 'string' },
      take: { type: 'string' },
      rest: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('Give one register.');
    if (values.office === undefined)
      throw new UsageError('--office is missing: whose register is it?');
    const { kind = null } = values;
    if (kind !== null && kind !== 'received' && kind !== 'sent')
      throw new UsageError(`--kind ${kind}: give received or sent.`);
    const take = readPlaces(values.take);
    const context = await openContext(io, values);
    const request: ImportRequest = {
      path: resolve(context.root, file),
      file,
      source: `register:${basename(file)}`,
      office: requireOffice(context, values.office),
      kind,
      take,
    };
    const isDryRun = values['dry-run'];
    const restName = values.rest ?? `${file}.rest.csv`;
    const rest = isDryRun
      ? NO_REST_FILE
      : await beginRestFile(resolve(context.root, restName), restName);
    const append = isDryRun ? planOnly() : appendAtOnce;
    const taken = await takeOver(context, request, { rest, isDryRun, append });
    const report = { ...taken, rest: taken.hasRest ? restName : null };
    io.out(
      context.json
        ? importData(context, report)
        : importText(context, report, languageOf(io.env).text),
    );
    return EXIT.ok;
  },
};
