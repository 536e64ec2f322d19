import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { nearestName } from '#core/nearest.ts';
import { ProblemError } from '#core/problem.ts';
import { draftTexts } from '#store/content/draft-files.ts';
import { REGISTER, readPermanentIdRegister } from '#store/content/register.ts';
import { appendShortCodes, missingShortCodes } from '#store/content/short-codes.ts';
import { draftFolder, writeDraft } from '#store/content/write-circular.ts';
import { readContentText, refuseLinks, replaceContentFile } from '#store/files/content-file.ts';
import { whileLocked } from '#store/files/lock.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { languageOf } from '../lib/language.ts';
import { writeSchemas } from '../schemas/command.ts';
import { circularSkeleton, KINDS, type Kind, skeletonOf } from './skeletons.ts';
import {
  freeDatedSlug,
  isSlug,
  isThere,
  LONGEST_SLUG,
  latinSlug,
  placesOf,
  takenBy,
} from './slug.ts';

interface Asked {
  readonly kind: Kind;
  readonly title: string;
  readonly slug: string | undefined;
  readonly issuer: string;
  readonly dryRun: boolean;
}

const checkedSlug = (slug: string | undefined, option: string): string | undefined => {
  if (slug === undefined || isSlug(slug)) return slug;
  throw new UsageError(
    `${option} "${slug}" cannot be an address: write lower-case Latin letters and digits, parted by single hyphens (how-to-sign-in), at most ${LONGEST_SLUG}, and not "index".`,
  );
};

const checkedTitle = (title: string): string => {
  const line = title.trim();
  if (line === '') throw new UsageError('The title is empty: write it in quotes behind the kind.');
  if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(line.replace(/[\u200B-\u200D]/g, ''))) {
    throw new UsageError(
      'The title has a line break or an invisible character: write it on one line.',
    );
  }
  return line;
};

const askedBy = (args: readonly string[]): Asked => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      slug: { type: 'string' },
      id: { type: 'string' },
      issuer: { type: 'string' },
      'dry-run': { type: 'boolean' },
    },
  });
  const [kind, title, ...more] = positionals;
  const known = Object.keys(KINDS);
  if (kind === undefined || !Object.hasOwn(KINDS, kind)) {
    const meant = kind && nearestName(kind, known);
    throw new UsageError(
      `${kind === undefined ? 'No kind of page is named.' : `"${kind}" is no kind of page.`} ${meant ? `Did you mean "${meant}"? ` : ''}Write one of: ${known.join(', ')}.`,
    );
  }
  if (title === undefined || more.length > 0) {
    throw new UsageError('Write one title in quotes behind the kind: npm run new -- faq "หัวข้อ"');
  }
  if (values.id !== undefined && values.slug !== undefined) {
    throw new UsageError(
      '--id and --slug say the same: --id is for a circular, --slug for any other page.',
    );
  }
  const isCircular = kind === 'circular';
  if (isCircular ? values.slug !== undefined : values.id !== undefined) {
    throw new UsageError(
      isCircular ? 'A circular has an id: write --id.' : 'Only a circular has an id: write --slug.',
    );
  }
  if (!isCircular && values.issuer !== undefined) {
    throw new UsageError('--issuer is for a circular.');
  }
  return {
    kind: kind as Kind,
    title: checkedTitle(title),
    slug: checkedSlug(values.slug, '--slug') ?? checkedSlug(values.id, '--id'),
    issuer: values.issuer ?? 'dla',
    dryRun: values['dry-run'] ?? false,
  };
};

interface Planned {
  readonly texts: ReadonlyMap<string, string>;
  readonly write: () => Promise<void> | void;
  readonly hint: string | null;
}

const planPage = (
  root: string,
  asked: Asked & { kind: Exclude<Kind, 'circular'> },
  today: string,
): Planned => {
  const { kind, title } = asked;
  const named = asked.slug ?? latinSlug(title);
  const slug = named ?? freeDatedSlug(root, kind, today);
  const taken = takenBy(root, kind, slug);
  if (taken) throw isThere(taken, '--slug');
  const [single, folder] = placesOf(kind, slug) as [string, string];
  const path = kind === 'form' ? `${folder}/index.mdx` : single;
  refuseLinks(root, path);
  const text = skeletonOf({ kind, title, today });
  return {
    texts: new Map([[path, text]]),
    write: () =>
      whileLocked(root, () => {
        if (takenBy(root, kind, slug)) throw isThere(path, '--slug');
        mkdirSync(dirname(join(root, path)), { recursive: true });
        replaceContentFile(root, path, text);
      }),
    hint:
      named === null
        ? 'The title gives no address in Latin letters: give the file or folder a name that says something before it is published.'
        : null,
  };
};

const planCircular = async (root: string, asked: Asked, today: string): Promise<Planned> => {
  const { byId } = await readRegistry(root);
  const { title, issuer, slug: id } = asked;
  if (!byId.has(issuer)) {
    throw new UsageError(
      `--issuer "${issuer}" is no office of the registry: write an id of content/registry/offices.csv.`,
    );
  }
  const register = readPermanentIdRegister(readContentText(root, REGISTER));
  if (register.value === null) throw new ProblemError(register.problems);
  const taken = new Set(register.value.rows.map((row) => row.id));
  const draft = circularSkeleton({ title, today, issuer, taken, id });
  const folder = draftFolder(draft);
  if (existsSync(join(root, folder))) throw isThere(`${folder}/index.mdx`, '--id');
  if (taken.has(draft.id)) throw isThere(REGISTER, '--id');
  return {
    texts: new Map([...draftTexts(draft)].map(([name, text]) => [`${folder}/${name}`, text])),
    write: async () => {
      await writeDraft(root, draft, today);
      const codes = await missingShortCodes(root, today);
      await appendShortCodes(root, codes);
    },
    hint: 'Once number and date are in, npm run rename gives it the id that they make.',
  };
};

const plan = (root: string, asked: Asked, io: CommandIo): Promise<Planned> | Planned =>
  asked.kind === 'circular'
    ? planCircular(root, asked, io.today)
    : planPage(root, { ...asked, kind: asked.kind }, io.today);

/** `npm run new` */
export const newPage: Command = {
  help: `
npm run new -- ${Object.keys(KINDS).join('|')} "title" [--slug SLUG | --id ID] [--issuer OFFICE] [--dry-run]

Begins a page: writes a draft with all fields that its kind needs, and remarks in Thai on what each is. What is not known
is marked as such and never made up; npm run check passes it as it is, and refuses to publish it before the remarks that
ask for something are gone. For a letter that you have as a file, npm run ingest fills in what it can read.

  --slug SLUG      address of the page: lower-case Latin letters and digits, parted by hyphens; else it is made of a
                   title in Latin letters, or of the kind and today's date
  --id ID          the same for a circular; else it is made of the issuer, with x for what is not known
  --issuer OFFICE  office that issued the circular (default: dla)
  --dry-run        prints what would be written, and writes nothing

Exit code: 0 written, 1 refused (the page is there), 2 called wrongly.
`,
  run: async (args, io) => {
    const { text: say } = languageOf(io.env);
    const asked = askedBy(args);
    const { texts, write, hint } = await plan(io.cwd, asked, io);
    if (!asked.dryRun) {
      await write();
      writeSchemas(io.cwd);
    }
    for (const [path, text] of texts) {
      const done = say(asked.dryRun ? `would write ${path}:` : `wrote ${path}`);
      io.out(asked.dryRun ? `${done}\n\n${text}` : done);
    }
    if (hint) io.out(say(hint));
    return EXIT.ok;
  },
};
