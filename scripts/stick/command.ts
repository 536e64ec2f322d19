import { basename, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { SECTIONS } from '#core/stick/choice.ts';
import { readSize } from '#core/stick/limit.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { buildStick, type StickReport } from './build-stick.ts';
import { chooseOffice, chooseSections } from './choose.ts';
import { OWN } from './pieces.ts';
import { readPortal } from './portal.ts';
import { verifyStick } from './verify.ts';

const HELP = `
npm run -s stick -- --out DIR|FILE.zip [--section NAME]... [--office ID] [--max SIZE] [--dry-run] [--json]
npm run -s stick -- verify DIR [--json]

Copies the built portal (dist/, see npm run build) so that a double click on index.html opens it in Chrome, Edge and
Firefox without any server, with search, attachments and a page that says what is on it. An older stick in DIR is brought
up to date: only what changed is written, only what is ours is removed. See docs/stick.md.

  --out       folder (a stick, or a folder on it) or ZIP file
  --section   only this section, and what belongs to it; may be given more than once or with commas: ${SECTIONS.join(', ')}
  --office    only circulars and pages of this office, by its id in the address of its page (/my/?office=ID)
  --max       most that it may take, such as 4GB (1 GB is 1,000,000,000 bytes): what does not fit is left out, attachments
              of the oldest circulars first, and named on the page
  --dry-run   counts what would be written, writes nothing
  --json      {"out", "written", "day", "files", "bytes", "diskBytes", "copied", "copiedBytes", "kept", "removed",
              "changed", "leftOut"}; of verify: {"files", "missing", "damaged", "unreadable", "unfinished"}

verify compares every file with the list of SHA-256 digests on the stick (${OWN.checksums}, which sha256sum -c reads too).

Exit code: 0 when it is done; 1 when something was refused, or files are missing or damaged.
`;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const linesOf = (report: StickReport, shown: string, isDry: boolean): string[] => [
  `${shown}: ${report.files} files, ${megabytes(report.bytes)} (${megabytes(report.diskBytes)} on the stick), ${report.circulars} circulars, data of ${report.day}.`,
  `${isDry ? 'Would write' : 'Wrote'} ${report.written} files (${megabytes(report.writtenBytes)}), ${isDry ? 'keep' : 'kept'} ${report.kept}, ${isDry ? 'remove' : 'removed'} ${report.removed}.`,
  ...(report.leftOut.length > 0
    ? [`Left out for want of room: ${report.leftOut.length} attachments of the oldest circulars.`]
    : []),
  ...report.changed.map(
    (path) => `Not on the new stick, but changed by somebody, and left: ${path}`,
  ),
  ...(isDry ? ['Nothing is written (--dry-run).'] : []),
];

/** Refuses to write into what it reads. */
const requireApart = (out: string, cwd: string): void => {
  const around = `${out}${sep}`;
  const inside = [join(cwd, 'dist'), join(cwd, '.portals')].some((one) =>
    around.startsWith(`${one}${sep}`),
  );
  if (inside || `${cwd}${sep}`.startsWith(around))
    throw new UsageError(
      '--out would lie over the project or its built portal: give another folder.',
    );
};

const make = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string' },
      section: { type: 'string', multiple: true, default: [] },
      office: { type: 'string' },
      max: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.out === undefined) throw new UsageError('Where to? Give --out DIR or --out FILE.zip.');
  const out = resolve(io.cwd, values.out);
  requireApart(out, io.cwd);
  const most = values.max === undefined ? null : readSize(values.max);
  if (values.max !== undefined && most === null)
    throw new UsageError(`--max is "${values.max}": give a size such as 4GB or 700MB.`);
  const sections = chooseSections(values.section);
  const portal = readPortal(join(io.cwd, 'dist'), io.cwd);
  const office = values.office === undefined ? null : chooseOffice(portal, values.office);
  const isDry = values['dry-run'];
  const report = await buildStick({
    portal,
    out,
    shown: values.out,
    sections,
    office,
    most,
    today: io.today,
    isDry,
  });
  if (values.json) {
    const { written, writtenBytes, ...rest } = report;
    const printed = { out, written: !isDry, ...rest, copied: written, copiedBytes: writtenBytes };
    io.out(JSON.stringify(printed, null, 2));
  } else linesOf(report, basename(values.out), isDry).forEach(io.out);
  return EXIT.ok;
};

const verify = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [given] = positionals;
  if (given === undefined || positionals.length > 1)
    throw new UsageError('Give the folder of one stick.');
  const state = await verifyStick(resolve(io.cwd, given), given);
  const { files, missing, damaged, unreadable, isUnfinished } = state;
  const isWhole = missing.length + damaged.length + unreadable.length === 0 && !isUnfinished;
  if (values.json) {
    const printed = { files, missing, damaged, unreadable, unfinished: isUnfinished };
    io.out(JSON.stringify(printed, null, 2));
    return isWhole ? EXIT.ok : EXIT.failed;
  }
  if (isUnfinished)
    io.out(`Not finished: the copying broke off (${OWN.begun}). Run npm run stick -- --out again.`);
  for (const path of missing) io.out(`missing: ${path}`);
  for (const path of damaged) io.out(`damaged: ${path}`);
  for (const path of unreadable) io.out(`cannot be read: ${path}`);
  io.out(
    isWhole
      ? `${given}: ${files} files, all as they were written.`
      : `${given}: ${files} files listed, ${missing.length} missing, ${damaged.length} damaged, ${unreadable.length} unreadable.`,
  );
  return isWhole ? EXIT.ok : EXIT.failed;
};

/** `npm run stick` */
export const stickCommand: Command = {
  help: HELP,
  run: (args, io) => (args[0] === 'verify' ? verify(args.slice(1), io) : make(args, io)),
};
