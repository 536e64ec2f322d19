import type { Problem } from '#core/problem.ts';
import type { Content, ContentRecord, Rule } from '../content.ts';
import { LIMITS } from '../limits.ts';

type Said = Pick<Problem, 'what' | 'why' | 'fix'>;

const WHY_WINDOWS = 'The repository could not be copied to a machine with Windows.';

const encoder = new TextEncoder();
// No character takes more than three bytes for each of its units.
const isWithin = (text: string, bytes: number): boolean =>
  text.length * 3 <= bytes || bytesOf(text) <= bytes;
const bytesOf = (text: string): number => encoder.encode(text).length;

/** Names of devices, which Windows takes for the device whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|$)/i;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

/** Rules for the name of a file or folder, each with what it says of a name that breaks it. */
const RULES: readonly (readonly [
  breaks: (name: string) => boolean,
  said: (name: string) => Said,
])[] = [
  [
    (name) => !isWithin(name, LIMITS.name),
    (name) => ({
      what: `the name has ${bytesOf(name)} bytes`,
      why: `A name has ${LIMITS.name} bytes at most, of which a Thai letter takes 3: see docs/limits.md.`,
      fix: 'Give a shorter name.',
    }),
  ],
  [
    (name) => INVISIBLE.test(name),
    () => ({
      what: 'the name holds a character that nobody can see',
      why: 'Two names that look alike would be two files.',
      fix: 'Write the name anew.',
    }),
  ],
  [
    (name) => /[<>:"|?*\\]/.test(name),
    (name) => ({
      what: `the name holds ${/[<>:"|?*\\]/.exec(name)?.[0]}`,
      why: WHY_WINDOWS,
      fix: 'Rename it without < > : " | ? * and backslash.',
    }),
  ],
  [
    (name) => /^ |[ .]$/.test(name),
    () => ({
      what: 'the name begins with a space, or ends in a space or a dot',
      why: WHY_WINDOWS,
      fix: 'Rename it.',
    }),
  ],
  [
    (name) => DEVICE.test(name),
    (name) => ({
      what: `"${name}" is the name of a device on Windows`,
      why: WHY_WINDOWS,
      fix: 'Give another name.',
    }),
  ],
  [
    (name) => name !== name.normalize('NFC'),
    () => ({
      what: "the name is not in Unicode's composed form (NFC)",
      why: 'Systems compare such names differently: a link to it would work on some only.',
      fix: 'Write the name anew on Linux or Windows, or rename it with Latin letters.',
    }),
  ],
];

/** Most names, which break no rule. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]{3,37}[A-Za-z0-9]$/;

const nameFaults = (name: string): Said[] => {
  if (PLAIN.test(name) && !DEVICE.test(name)) return [];
  return RULES.filter(([breaks]) => breaks(name)).map(([, said]) => said(name));
};

const nameProblems = (path: string, name: string): Problem[] =>
  nameFaults(name).map((said) => ({ file: path, ...said }));

const pathFaults = (path: string): Said[] =>
  isWithin(path, LIMITS.path)
    ? []
    : [
        {
          what: `the path has ${bytesOf(path)} bytes`,
          why: `A path has ${LIMITS.path} bytes at most: see docs/limits.md.`,
          fix: 'Give shorter names.',
        },
      ];

const longPath = (path: string): Problem[] =>
  pathFaults(path).map((said) => ({ file: path, ...said }));

/** What is wrong with an address as a path of folders, each with a name, in which its page is written. */
export const addressFaults = (address: string): Said[] => [
  ...pathFaults(address),
  ...address.slice(1, -1).split('/').flatMap(nameFaults),
];

const fold = (name: string): string => name.normalize('NFC').toUpperCase().toLowerCase();

const twins = (path: string, other: string): Problem => ({
  file: path,
  what: `another name in this folder differs only in case or in how Unicode writes it: ${other.slice(other.lastIndexOf('/') + 1)}`,
  why: 'On Windows and macOS both are one file, so one of them would be lost.',
  fix: 'Rename one of the two.',
});

function* checkNames({ files }: Content): Iterable<Problem> {
  const seen = new Set<string>();
  const byFolded = new Map<string, string>();
  for (const { path } of files) {
    yield* longPath(path);
    const steps = path.split('/');
    for (let end = 2; end <= steps.length; end += 1) {
      const here = steps.slice(0, end).join('/');
      if (seen.has(here)) continue;
      seen.add(here);
      const name = steps[end - 1] as string;
      yield* nameProblems(here, name);
      const folded = `${steps.slice(0, end - 1).join('/')}/${fold(name)}`;
      const other = byFolded.get(folded);
      if (other !== undefined) yield twins(here, other);
      else byFolded.set(folded, here);
    }
  }
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** The name of a list in a folder, which the portal makes itself. */
const OF_LIST = 'index';

function* checkAddress({ kind, path, source }: ContentRecord): Iterable<Problem> {
  const steps = path.split('/');
  const slug = steps.at(-1) as string;
  if (slug === OF_LIST || !SLUG.test(slug)) {
    yield {
      file: source.file,
      what: `"${slug}" cannot be the address of a page`,
      why: 'An address is copied, printed and read out: lower-case Latin letters and digits, parted by single hyphens, and not "index", which is the list.',
      fix: 'Rename the file or folder, as in how-to-sign-in.',
    };
  }
  if (kind === 'circulars' && !/^2[4-6]\d\d$/.test(steps[1] as string)) {
    yield {
      file: source.file,
      what: `the folder "${steps[1]}" is no year of the Buddhist era`,
      why: 'A circular is filed under the Buddhist-era year of its date, in which its number counts.',
      fix: 'Move the folder of the circular to that of its year, such as content/circulars/2568/.',
    };
  }
}

const besideOneFile = ({ source, path, beside }: ContentRecord): Problem => ({
  file: `content/${path}/${beside[0]?.name}`,
  what: `the folder of the file has the name of a page that is one file, ${source.file}`,
  why: 'Only the files in the folder of a page are published with it.',
  fix: `Move the page to content/${path}/index.mdx, or the file elsewhere.`,
});

/** Names of files and folders can be written on every system, and become addresses of their own. */
export const fileNames: Rule = function* (content) {
  yield* checkNames(content);
  for (const record of content.records) {
    yield* checkAddress(record);
    if (record.folder === null && record.beside.length > 0) yield besideOneFile(record);
  }
};
