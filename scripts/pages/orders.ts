import { type Problem, ProblemError } from '#core/problem.ts';
import { type Fields, fieldsOfPage } from '#store/content/edit-page.ts';
import type { ChangedText } from '#store/desk/page-changes.ts';
import { readContentText } from '#store/files/content-file.ts';
import { existingFile } from './kinds.ts';

/** What somebody writes of a page: fields by their names (`null` where one is to be gone), and its body. */
export interface PageAnswers {
  readonly fields: Fields;
  readonly body?: string | undefined;
}

/** A picture that is to stand in the text of a page. */
export interface SentPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it shows, for whoever does not see it. */
  readonly alt: string;
}

/** What is to be done with a page, by its path: `faq/how-to-sign-in`. */
export type PageOrder =
  /** A page that is there is changed, any other begun as a draft; as `publish` it is no draft then. */
  | {
      readonly do: 'write';
      readonly page: string;
      readonly answers: PageAnswers;
      readonly publish: boolean;
      /** Put beside the page, and at the end of its text. */
      readonly picture?: SentPicture | undefined;
    }
  | { readonly do: 'withdraw'; readonly page: string; readonly reason: string }
  | { readonly do: 'restore'; readonly page: string }
  /** `since`: ISO day from which it no longer holds, where the letter states one. */
  | {
      readonly do: 'cancel';
      readonly page: string;
      readonly by: string;
      readonly since?: string | undefined;
    }
  /** A file beside a form takes the place of another, or of one that was missing: the attachment at `at` (from 0). */
  | {
      readonly do: 'replace';
      readonly page: string;
      readonly at: number;
      readonly name: string;
      readonly bytes: Uint8Array;
    };

/** What the desk did to a page that it wrote. */
export const PAGE_ORDERS = [
  'write-page',
  'publish-page',
  'withdraw-page',
  'restore-page',
  'cancel-page',
  'replace-file',
] as const;
export type PageOrderAction = (typeof PAGE_ORDERS)[number];

/** What is written: texts, and bytes of files beside a page, by their paths within the project. */
export interface PagePlan {
  readonly action: PageOrderAction;
  readonly page: string;
  readonly texts: readonly ChangedText[];
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** Of a plan that writes texts alone. */
export const NO_BYTES: PagePlan['bytes'] = new Map();

/** Throws a problem. */
export const refuse = (problem: Problem): never => {
  throw new ProblemError([problem]);
};

const missing = (page: string): never =>
  refuse({
    file: `content/${page}`,
    what: 'there is no such page',
    fix: 'Look for it in the list of pages: it may have been renamed.',
  });

/** The text of a page that is there, with its file and fields. */
export const readPageFile = (root: string, page: string) => {
  const file = existingFile(root, page) ?? missing(page);
  const before = readContentText(root, file) ?? missing(page);
  return { file, before, fields: fieldsOfPage(before, file) };
};
