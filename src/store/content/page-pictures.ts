import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type CutOut, cutOutsOf, type ScannedCircular } from '#core/letter/cut-outs.ts';
import { type LetterFile, pagePictureName, picturedPages } from '#core/letter/letter-file.ts';
import { ProblemError } from '#core/problem.ts';
import { ofFile } from '#store/document/document-problem.ts';
import { cutOutPictures, pagePictures } from '#store/document/page-picture.ts';
import { PdfError } from '#store/document/pdf-text.ts';
import { isWholePicture, writeCacheFile } from '#store/files/cache-file.ts';
import { readVerified } from '#store/files/verified-file.ts';

type Place = CutOut['box'];

/** The picture of a page of the letter's own file, or of a part of it. */
export interface PagePicture {
  /** SHA-256 of the PDF. */
  readonly sha256: string;
  /** From 1. */
  readonly page: number;
  /** Pages that get a picture. */
  readonly pages: number;
  /** Set for a part of the page: where it lies, and all parts of that page, which are drawn together. */
  readonly cutOut?: { readonly box: Place; readonly all: readonly Place[] } | undefined;
}

/** A picture as one of the files of a page; `path` is that of the PDF. */
interface PictureFile {
  readonly href: string;
  readonly path: string;
  readonly key: string;
  readonly draft: boolean;
  readonly picture: PagePicture;
}

/** Raised when pictures are drawn otherwise, so that those kept from before are not taken. */
const VERSION = 1;

const FOLDER = '.cache/page-pictures';

/** Where the picture is kept between builds, relative to the project. */
export const keptPicture = ({ sha256, page, cutOut }: PagePicture): string =>
  `${FOLDER}/${sha256}-${page}${cutOut ? `-${cutOut.box.join('-')}` : ''}.v${VERSION}.webp`;

// Pictures that the cache did not take, for as long as this process runs. See letter-index-channel.ts: configuration and
// pages are two instances of this module.
const KEY = Symbol.for('wian.page-pictures');
const processWide = globalThis as { [KEY]?: string };

const folderAside = (): string => {
  if (processWide[KEY] === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'wian-pictures-'));
    processWide[KEY] = folder;
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  }
  return processWide[KEY];
};

const asidePath = (picture: PagePicture): string | null =>
  processWide[KEY] === undefined ? null : join(processWide[KEY], basename(keptPicture(picture)));

/** Absolute path of a picture that `preparePictures` has drawn or found. */
export const picturePath = (root: string, picture: PagePicture): string => {
  const kept = join(root, keptPicture(picture));
  const aside = asidePath(picture);
  return aside !== null && !isWholePicture(kept) ? aside : kept;
};

/** The pictures of the pages of a letter's own file, beside it; `href` and `folder` are those of its page. */
export const picturesOfLetter = (
  href: string,
  folder: string,
  letterFile: LetterFile | undefined,
  draft: boolean,
): PictureFile[] => {
  const { file, sha256 } = letterFile ?? {};
  if (letterFile === undefined || file === undefined || sha256 === undefined) return [];
  const pages = picturedPages(letterFile);
  return Array.from({ length: pages }, (_, index) => ({
    href: href + pagePictureName(file, index + 1),
    path: `${folder}/${file}`,
    key: `picture ${index + 1} ${VERSION} ${sha256}`,
    draft,
    picture: { sha256, page: index + 1, pages },
  }));
};

/** The cut-outs that the page of a circular shows, beside the letter's own file; `href` and `folder` are those of its page. */
export const cutOutsOfLetter = (
  href: string,
  folder: string,
  circular: ScannedCircular,
): PictureFile[] => {
  const { file, sha256, sheets = 0 } = circular.letterFile ?? {};
  if (file === undefined || sha256 === undefined) return [];
  const shown = cutOutsOf(circular);
  return shown.map(({ name, sheet, box }) => ({
    href: href + name,
    path: `${folder}/${file}`,
    key: `cut-out ${sheet} ${box.join(' ')} ${VERSION} ${sha256}`,
    draft: circular.draft,
    picture: {
      sha256,
      page: sheet,
      pages: sheets,
      cutOut: { box, all: shown.filter((one) => one.sheet === sheet).map((one) => one.box) },
    },
  }));
};

const keep = (root: string, picture: PagePicture, bytes: Uint8Array): void => {
  const path = keptPicture(picture);
  if (writeCacheFile(join(root, path), bytes)) return;
  writeFileSync(join(folderAside(), basename(path)), bytes);
};

const draw = async (root: string, path: string, picture: PagePicture): Promise<void> => {
  try {
    const pdf = readVerified(root, path, picture.sha256);
    const { cutOut, page } = picture;
    if (cutOut) {
      const drawn = await cutOutPictures(pdf, page, cutOut.all);
      for (const [at, bytes] of drawn.entries())
        keep(root, { ...picture, cutOut: { ...cutOut, box: cutOut.all[at] as Place } }, bytes);
      return;
    }
    const drawn = await pagePictures(pdf, picture.pages);
    for (const [index, bytes] of drawn.entries())
      keep(root, { ...picture, page: index + 1 }, bytes);
  } catch (error) {
    // A file that is missing is reported where it is copied.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    if (!(error instanceof PdfError)) throw ofFile(error, path);
    throw new ProblemError([
      {
        file: path,
        what: 'no pictures can be made of its pages',
        why: error.message,
        fix: 'Give a PDF that can be opened, and write under "sheets" how many pages it has.',
      },
    ]);
  }
};

/** Draws the pictures that are not kept from before; throws a ProblemError where a PDF cannot be drawn. */
export const preparePictures = async (
  files: readonly { readonly path: string; readonly picture?: PagePicture | undefined }[],
  root: string,
): Promise<void> => {
  for (const { picture, path } of files) {
    if (picture && !isWholePicture(picturePath(root, picture))) await draw(root, path, picture);
  }
};
