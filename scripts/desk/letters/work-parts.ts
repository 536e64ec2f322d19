import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { factOf } from '#core/letter/draft/circular-draft.ts';
import type { RawFact } from '#core/letter/draft/raw-fact.ts';
import { SHORT_CODES_FILE } from '#core/short-link/register.ts';
import { ATTACHMENT_NUMBERS } from '#store/content/attachment-numbers.ts';
import { draftTexts } from '#store/content/draft-files.ts';
import { readCirculars } from '#store/content/existing-circulars.ts';
import { REGISTER } from '#store/content/register.ts';
import { draftFolder } from '#store/content/write-circular.ts';
import type { By } from '#store/desk/members.ts';
import type { ChangedText } from '#store/desk/page-changes.ts';
import { readContentText, replaceContentFile } from '#store/files/content-file.ts';
import { unfinishedPath } from '#store/files/unfinished.ts';
import { withLetterFile } from '../../ingest/keep-file.ts';
import type { DeskPlan } from './planning.ts';

/** A change that is not made, as something was changed since it was asked for. */
export class ChangedSince extends Error {
  override readonly name = 'ChangedSince';
}

/** Writes letters into the content for the desk, in turn with all else that it changes there. */
export interface LetterWork {
  /** Writes what was planned of a letter: a new draft, or fields of a circular that is there. Gives the circular. */
  readonly take: (
    planned: DeskPlan,
    letter: string,
    how: {
      readonly today: string;
      readonly take: readonly string[];
      /** The circular that the desk wrote of it before, which it then replaces. */
      readonly replaces: string | null;
    },
    by: By,
  ) => Promise<string>;
  /** Takes the mark of the draft off a page that came of a letter, and mints its codes. False where it has none. */
  readonly publish: (circular: string, letter: string, today: string, by: By) => Promise<boolean>;
  /** Takes back the last change of a letter that was not taken back yet; its circular, null where there is none. */
  readonly undo: (letter: string, by: By) => Promise<string | null>;
  /** Finishes what a former process has begun. */
  readonly recover: () => Promise<void>;
}

/** Registers that a circular may have rows in. */
export const REGISTERS = [REGISTER, SHORT_CODES_FILE, ATTACHMENT_NUMBERS.file] as const;

/** What a plan makes of the texts of a circular. */
export const textsOf = ({ plan, kept }: DeskPlan): ChangedText[] => {
  if (plan.kind === 'known') return [];
  const { draft } = plan;
  const frontMatter =
    kept === null ? draft.frontMatter : withLetterFile(draft.frontMatter, kept.letterFile);
  return [...draftTexts({ ...draft, frontMatter })].map(([name, after]) => ({
    file: `${draftFolder(draft)}/${name}`,
    before: null,
    after,
  }));
};

/** Whether a file of a circular is one of its texts. */
export const isTextFile = (file: string): boolean => /\.(?:mdx|yaml|csv)$/.test(file);

/** The files in the folder of a circular, relative to the project. */
export const folderFiles = (root: string, circular: string): string[] => {
  const folder = `content/circulars/${circular}`;
  return existsSync(join(root, folder))
    ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
    : [];
};

/** A new draft that nobody has published goes as it came: with its folder and the line of its id. */
export const removeDraft = (root: string, circular: string): void => {
  const id = circular.slice(circular.indexOf('/') + 1);
  const register = readContentText(root, REGISTER) ?? '';
  const lines = register.split('\n').filter((line) => !line.startsWith(`${id},`));
  const folder = join(root, 'content/circulars', circular);
  const aside = unfinishedPath(folder);
  // Gone at once, whatever happens while it is deleted.
  if (existsSync(folder)) renameSync(folder, aside);
  rmSync(aside, { recursive: true, force: true });
  replaceContentFile(root, REGISTER, lines.join('\n'));
};

/** What the register needs of a circular whose folder was written before the process was ended. */
export const keyOf = async (root: string, circular: string) => {
  const [year = '', id = ''] = circular.split('/');
  const found = (await readCirculars(root)).find((one) => one.id === circular);
  if (!found) return null;
  const letter = found.frontMatter.letter as Record<string, unknown>;
  const key = {
    issuer: String(letter.issuer),
    number: factOf(letter.number as RawFact),
    date: factOf(letter.date as RawFact),
  };
  return { year, id, key, today: String(found.frontMatter.published) };
};
