import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ProblemError } from '#core/problem.ts';
import { readContentBytes, refuseLinks } from '#store/files/content-file.ts';
import { type Command, EXIT } from '../lib/command.ts';
import { formDocument } from './document.ts';
import { FORMS, type FormDesign } from './forms.ts';

/** A file as it should be, and as it is. */
interface Planned {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly changed: boolean;
}

const readIfThere = (root: string, path: string): Buffer | null => {
  refuseLinks(root, path);
  try {
    return readContentBytes(root, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The page with the size and hash of its document written in. */
const withSizeAndHash = (page: string, file: string, path: string, bytes: Uint8Array): string => {
  const fields = new RegExp(
    `(file: ${file.replaceAll('.', '\\.')}\\n\\s+size: )\\d+(\\n\\s+sha256: )"?[0-9a-f]{64}"?`,
  );
  if (!fields.test(page)) {
    throw new ProblemError([
      {
        file: path,
        field: 'attachments',
        what: `the page has no attachment "${file}" with size and sha256`,
        why: 'The page states what its document must be, for readers who check their copy.',
        fix: `Add an attachment with the lines "file: ${file}", "size: 1" and "sha256:" with 64 zeros, in this order.`,
      },
    ]);
  }
  return page.replace(fields, `$1${bytes.length}$2"${hashOf(bytes)}"`);
};

const plan = async (root: string, design: FormDesign): Promise<Planned[]> => {
  const folder = `content/forms/${design.slug}`;
  const file = `${design.slug}.docx`;
  const pagePath = `${folder}/index.mdx`;
  const page = readIfThere(root, pagePath);
  if (page === null) {
    throw new ProblemError([
      {
        file: pagePath,
        what: 'the form has no page',
        why: 'A document without a page would never be shown.',
        fix: 'Write the page first.',
      },
    ]);
  }
  const document = await formDocument(design);
  const text = withSizeAndHash(page.toString('utf8'), file, pagePath, document);
  const before = readIfThere(root, `${folder}/${file}`);
  return [
    {
      path: `${folder}/${file}`,
      bytes: document,
      changed: before === null || !before.equals(document),
    },
    { path: pagePath, bytes: Buffer.from(text), changed: text !== page.toString('utf8') },
  ];
};

/** `npm run forms` */
export const forms: Command = {
  help: `
npm run forms [-- --dry-run]

Makes the sample request forms anew: content/forms/<slug>/<slug>.docx, and the size and SHA-256 on its page.
The words on the forms stand in scripts/forms/forms.ts. The same words always give the same bytes.

  --dry-run   says what would change, and writes nothing
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { 'dry-run': { type: 'boolean', default: false } },
    });
    const planned = (await Promise.all(FORMS.map((design) => plan(io.cwd, design)))).flat();
    for (const { path, bytes, changed } of planned) {
      if (changed && !values['dry-run']) await writeFile(join(io.cwd, path), bytes);
      const state = changed ? (values['dry-run'] ? 'would change' : 'written') : 'up to date';
      io.out(`${path}: ${state} (${bytes.length} bytes)`);
    }
    return EXIT.ok;
  },
};
