import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readingToJson } from '#core/letter/joining/to-json.ts';
import { ProblemError } from '#core/problem.ts';
import { readPageRange } from '#core/scan/page-range.ts';
import { readCirculars, readLawRecords, readMintedIds } from '#store/content/existing-circulars.ts';
import { whileLockedFor } from '#store/files/lock.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { languageOf } from '../lib/language.ts';
import { NO_ANSWERS, readAnswers, readPages, withAnswers } from './answers.ts';
import { applyPlan, planLines } from './apply.ts';
import { askerOf, askNames } from './ask.ts';
import { findLetters } from './inputs.ts';
import { type KeptFile, keptLines, planKeptFile } from './keep-file.ts';
import { knownOf } from './known.ts';
import { type PortalState, planCirculars } from './plan.ts';
import { type IngestReading, readInputs } from './read.ts';
import { reportReading } from './report.ts';
import { type OpenReaders, openOwnReaders, openScanning } from './scans.ts';

/** What the portal has, as far as a plan needs it. */
export const portalOf = async ({
  cwd,
  today,
}: Pick<CommandIo, 'cwd' | 'today'>): Promise<PortalState> => {
  const circulars = await readCirculars(cwd);
  const known = knownOf(await readRegistry(cwd), circulars, await readLawRecords(cwd));
  return { known, circulars, mintedIds: await readMintedIds(cwd), today };
};

const summary = ({ count, joined, refused, redactions }: IngestReading): string => {
  const files = new Set(refused.map(({ file }) => file)).size;
  return `${count} ${count === 1 ? 'file' : 'files'}, ${joined.letters.length} letters, ${joined.chains.length} circulars; ${files} refused; personal data taken out: ${redactions}`;
};

/** The file to keep; where it is refused that is reported, and the draft is written without it. */
const keptOrTold = async (
  planned: Promise<KeptFile | null>,
  io: CommandIo,
): Promise<KeptFile | 'refused' | null> => {
  try {
    return await planned;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    for (const problem of error.problems) io.err(languageOf(io.env).print(problem));
    return 'refused';
  }
};

/** The pages that `--pages` names, which is for one file. */
const pagesAsked = (given: string | undefined, files: number): number[] | null => {
  if (given === undefined) return null;
  const pages = readPageRange(given);
  if (pages === null) throw new UsageError(`--pages ${given}: give pages as 1-3,7.`);
  if (files !== 1) throw new UsageError(`--pages is for one file; ${files} were given.`);
  return pages;
};

/** `npm run ingest`, with readers of scans that `open` opens: letters in, drafts out. */
export const ingestWith = (open: OpenReaders): Command => ({
  help: `
npm run ingest -- <file or folder>... [--dry-run] [--json] [--merge [--fields a,b]]
                  [--keep-file | --letter-file <scan.pdf>] [--keep-metadata] [--pages 1-3,7] [--answers <file.json>]

Reads letters and writes drafts for an editor to check. Text, Markdown, PDF, DOCX, and scans and photos (PDF, JPEG,
PNG, TIFF, WebP; docs/scans.md) are read; pictures of one folder are pages of one document. A file may hold a whole chain of letters, and letters of several files are joined; a letter given twice is one. Mobile numbers and private e-mail
addresses are taken out. Nothing in doubt is fixed: a draft keeps every reading beside the doubt. Notes
say what an editor should know of a Word document: tracked changes, hidden text, comments.

A letter with a class of secrecy (ลับ, ลับมาก, ลับที่สุด, also มีความลับ and the like; at its head or foot, on any page, in its
subject, its references or what it sends) is refused, with every letter of its chain: nothing of it is written or shown but
the file, the line and the class.

  --dry-run   show the reading and the plan, write nothing
  --json      print the reading as one JSON object, write nothing
  --merge     where the portal has the circular already, ask for each field that differs whether to take it
  --fields    with --merge: take these fields without asking (letter.number,letter.date or all)
  --keep-file       put the PDF that was read beside the page as the letter's own file (docs/letter-file.md)
  --letter-file F   put another PDF there, such as the scan of a letter that was given as text; for one circular
  --pages           of a scan read these pages only
  --answers F       what a person says of the fields in doubt and of the page, as the desk keeps it
                    (docs/reading-documents.md); attachments lie beside that file
  --keep-metadata   leave in it what its metadata says of who made it, where and with what (docs/personal-data.md)

Of a folder every file is read or refused, but hidden ones, those of systems and programs, and data (.csv, .json and the
like), which are counted.

Exit code 1 if a file was refused. Drafts have "draft: true": only npm run dev shows them.
`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        merge: { type: 'boolean', default: false },
        fields: { type: 'string' },
        'keep-file': { type: 'boolean', default: false },
        'letter-file': { type: 'string' },
        'keep-metadata': { type: 'boolean', default: false },
        pages: { type: 'string' },
        answers: { type: 'string' },
      },
    });
    if (positionals.length === 0) throw new UsageError('Which letters? Name files or folders.');
    const ask = askerOf(values.merge, values.fields, io);
    const asked = {
      keepFile: values['keep-file'],
      letterFile: values['letter-file'],
      keepMetadata: values['keep-metadata'],
    };
    if (asked.keepFile && asked.letterFile !== undefined) {
      throw new UsageError('Give either --keep-file or --letter-file.');
    }
    const { inputs, passedOver } = await findLetters(io.cwd, positionals);
    if (inputs.length === 0) {
      throw new UsageError(
        `There is no document in ${positionals.join(', ')} (.txt, .md, .pdf, .docx, or pictures).`,
      );
    }
    const inLanguage = languageOf(io.env).text;
    const progress = values.json ? () => undefined : (line: string) => io.out(inLanguage(line));
    if (passedOver.length > 0) {
      const endings = [...new Set(passedOver)].sort().join(', ');
      progress(`passed over as data, not letters: ${passedOver.length} (${endings})`);
    }
    const pages = pagesAsked(values.pages, inputs.length);
    const scanning = await openScanning(io.cwd, open, { pages, progress });
    const answersFile = values.answers ?? '';
    const answers =
      answersFile === ''
        ? NO_ANSWERS
        : await readAnswers(resolve(io.cwd, answersFile), answersFile);
    const read = await readInputs(inputs, progress, scanning, io.today).finally(scanning.close);
    const reading = withAnswers(read, answers, answersFile);
    const said = await readPages(reading, answers, resolve(io.cwd, answersFile));
    const taking = ask ?? (answers.take.length === 0 ? null : askNames(answers.take));
    for (const problem of reading.refused) io.err(languageOf(io.env).print(problem));
    let code: number = reading.refused.length > 0 ? EXIT.failed : EXIT.ok;
    if (values.json) {
      const json = readingToJson(reading.joined, reading.redactions);
      io.out(JSON.stringify({ ...json, notes: reading.notes }, null, 2));
      return code;
    }
    for (const line of reportReading(reading)) io.out(line);
    io.out('');
    const write = async (): Promise<void> => {
      const plans = planCirculars(reading, await portalOf(io), said);
      if (asked.letterFile !== undefined && plans.length !== 1) {
        throw new UsageError(
          `--letter-file is for one circular; ${plans.length} were read. Nothing was written.`,
        );
      }
      for (const plan of plans) {
        for (const line of planLines(plan)) io.out(line);
        const kept = await keptOrTold(planKeptFile(plan, asked, reading, inputs, io.cwd), io);
        if (kept === 'refused') code = EXIT.failed;
        const file = kept === 'refused' ? null : kept;
        if (file) for (const line of keptLines(file)) io.out(line);
        if (values['dry-run']) continue;
        const applied = await applyPlan(io.cwd, plan, {
          today: io.today,
          ask: taking,
          kept: file,
        });
        for (const line of applied) io.out(line);
      }
    };
    // Nobody is asked under the lock: others would wait for the answer.
    const isAsked = ask !== null && values.fields === undefined;
    await (values['dry-run'] || isAsked ? write() : whileLockedFor(io.cwd, write));
    io.out(`${values['dry-run'] ? 'nothing written (--dry-run); ' : ''}${summary(reading)}`);
    return code;
  },
});

/** `npm run ingest`. */
export const ingest: Command = ingestWith(openOwnReaders);
