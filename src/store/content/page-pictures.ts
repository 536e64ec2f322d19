import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LetterFile, pagePictureName, picturedPages } from '#core/letter/letter-file.ts';
import { ProblemError } from '#core/problem.ts';
import { pagePictures } from '#store/document/page-picture.ts';
import { PdfError } from '#store/document/pdf-text.ts';
import { readBytes } from '#store/files/read-file.ts';

/** The picture of a page of the letter's own file. */
export interface PagePicture {
  /** SHA-256 of the PDF. */
  readonly sha256: string;
  /** From 1. */
  readonly page: number;
  /** Pages that get a picture. */
  readonly pages: number;
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
export const keptPicture = ({ sha256, page }: PagePicture): string =>
  `${FOLDER}/${sha256}-${page}.v${VERSION}.webp`;

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

const draw = async (root: string, path: string, picture: PagePicture): Promise<void> => {
  try {
    const drawn = await pagePictures(await readBytes(join(root, path)), picture.pages);
    await mkdir(join(root, FOLDER), { recursive: true });
    for (const [index, bytes] of drawn.entries()) {
      const kept = join(root, keptPicture({ ...picture, page: index + 1 }));
      await writeFile(`${kept}.${process.pid}`, bytes);
      await rename(`${kept}.${process.pid}`, kept);
    }
  } catch (error) {
    // A file that is missing is told where it is copied.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    if (!(error instanceof PdfError)) throw error;
    throw new ProblemError([
      {
        file: path,
        what: 'no pictures can be made of its pages',
        why: error.message,
        mend: 'Give a PDF that can be opened, and write under "sheets" how many pages it has.',
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
    if (picture && !existsSync(join(root, keptPicture(picture)))) await draw(root, path, picture);
  }
};
