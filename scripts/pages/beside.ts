import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { refuse, type SentPicture } from './orders.ts';

/** A name that no file beside a page has: as it was given, else with a number behind it. `listed` are names that are taken without a file. */
export const freeName = (
  root: string,
  folder: string,
  name: string,
  listed: ReadonlySet<unknown> = new Set(),
): string => {
  const [, stem = name, ending = ''] = /^(.*?)(\.[A-Za-z0-9]+)?$/.exec(name) ?? [];
  for (let nth = 1; ; nth += 1) {
    const free = nth === 1 ? name : `${stem}-${nth}${ending}`;
    if (!listed.has(free) && !existsSync(join(root, folder, free))) return free;
  }
};

/** Endings of pictures that a page can show. */
const PICTURES = ['.avif', '.gif', '.jpeg', '.jpg', '.png', '.webp'];
/** Names that are an address as they are. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The name that a picture gets beside a page, and its line in the text. Throws a ProblemError where it is none, or says nothing. */
export const pictureBeside = (
  root: string,
  folder: string,
  { name, alt }: SentPicture,
): { readonly name: string; readonly line: string } => {
  const ending = extname(name).toLowerCase();
  if (!PICTURES.includes(ending)) {
    refuse({
      file: name,
      field: 'picture',
      what: 'the file is no picture that a page can show',
      fix: `Send one that ends in ${PICTURES.join(', ')}.`,
    });
  }
  const shown = alt.replace(/\s+/g, ' ').trim();
  if (shown === '') {
    refuse({
      file: name,
      field: 'alt',
      what: 'nothing says what the picture shows',
      why: 'Whoever does not see it hears that text in its place.',
      fix: 'Write in a few words what is to be seen.',
    });
  }
  const free = freeName(root, folder, PLAIN.test(name) ? name : `picture${ending}`);
  return { name: free, line: `![${shown.replaceAll(/[\\[\]<>{}]/g, '\\$&')}](${free})` };
};
