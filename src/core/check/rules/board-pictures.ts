import { PUBLISHED_PICTURES } from '../../board/picture.ts';
import { problemAt, type Rule } from '../content.ts';

const { folder: FOLDER } = PUBLISHED_PICTURES;

/** Each picture that a post of the board shows is there, and each that is there is shown. */
export const boardPictures: Rule = function* ({ records, files }) {
  const stored = new Set(
    files.map(({ path }) => path).filter((path) => path.startsWith(`${FOLDER}/`)),
  );
  const shown = new Set<string>();
  for (const { kind, source, fields } of records) {
    if (kind !== 'board') continue;
    for (const [post, { pictures = [] } = {}] of (fields.posts ?? []).entries()) {
      for (const [at, picture] of pictures.entries()) {
        if (picture?.file === undefined) continue;
        const path = `${FOLDER}/${picture.file}`;
        shown.add(path);
        if (stored.has(path)) continue;
        yield problemAt(source, ['posts', post, 'pictures', at, 'file'], {
          what: `the picture ${path} is missing`,
          why: 'The page of the thread would show none.',
          fix: 'Run npm run desk -- export where the board is, or remove the picture here.',
        });
      }
    }
  }
  for (const path of stored) {
    if (shown.has(path)) continue;
    yield {
      file: path,
      what: 'no post of the board shows this picture',
      why: 'What was taken off the board is not to stay with the portal.',
      fix: 'Remove it; npm run desk -- export does so by itself.',
    };
  }
};
