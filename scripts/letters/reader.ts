import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { joinLetters } from '#core/letter/joining/join.ts';
import { readCitation } from '#core/letter/reading/citation-text.ts';
import { readDocument } from '#core/letter/reading/document.ts';

/** A reader of letters, of whatever revision: what is measured. */
export interface Reader {
  /** Name of its column: `today`, or the revision. */
  readonly name: string;
  /** Folder of the checkout that it belongs to. */
  readonly tree: string;
  readonly read: typeof readDocument;
  readonly join: typeof joinLetters;
  /** Reads one line that cites a letter. */
  readonly cite: typeof readCitation;
}

export const TODAY: Reader = {
  name: 'today',
  tree: join(import.meta.dirname, '../..'),
  read: readDocument,
  join: joinLetters,
  cite: readCitation,
};

const moduleOf = async (tree: string, path: string): Promise<Record<string, unknown>> =>
  import(pathToFileURL(join(tree, path)).href);

/**
 * The reader of another checkout of the project. Only what its functions take and give is relied on, which has been
 * the same since readers were written; throws where a revision has no such reader.
 */
export const readerOf = async (tree: string, name: string): Promise<Reader> => {
  const document = await moduleOf(tree, 'src/core/letter/reading/document.ts');
  const joining = await moduleOf(tree, 'src/core/letter/joining/join.ts');
  const citation = await moduleOf(tree, 'src/core/letter/reading/citation-text.ts');
  return {
    name,
    tree,
    read: document.readDocument as typeof readDocument,
    join: joining.joinLetters as typeof joinLetters,
    cite: citation.readCitation as typeof readCitation,
  };
};
