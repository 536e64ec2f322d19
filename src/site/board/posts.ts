import { PUBLISHED_PICTURES } from '#core/board/picture.ts';
import { indexLetters, lettersOfCircular } from '#core/letter/number-index.ts';
import { postHtml } from '#output/markdown/post-html.ts';
import { type DocumentEntry, getCirculars, getDocuments } from '../content.ts';
import { messages } from '../i18n.ts';
import { memoizePerBuild } from '../memo.ts';
import { getOffices, officeName } from '../offices.ts';

const t = messages.thread;

type Post = DocumentEntry<'board'>['data']['posts'][number];

/** Letters by number, to which those in posts lead. */
const getLetters = () =>
  memoizePerBuild('letters for posts', async () => {
    const circulars = (await getCirculars()).flatMap(({ id, data }) =>
      lettersOfCircular(`/circulars/${id}/`, data.circular, data.coveringLetters),
    );
    const laws = (await getDocuments('laws')).flatMap(({ id, data: { number, date } }) =>
      number ? [{ href: `/laws/${id}/`, number, date: date ?? { value: null } }] : [],
    );
    return indexLetters([...circulars, ...laws]);
  });

const TIME = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok', dateStyle: 'short' });

/** The day in Thailand of a time, as ISO. */
export const dayOf = (time: string): string => TIME.format(new Date(time));

/** A picture below a post. */
export interface PictureView {
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** One post of a thread as its page shows it. */
export interface PostView {
  readonly id: number;
  readonly author: string;
  readonly officer: string | null;
  readonly official: boolean;
  readonly accepted: boolean;
  readonly isQuestion: boolean;
  readonly iso: string;
  readonly day: string;
  readonly edited: string | null;
  readonly html: string;
  readonly pictures: readonly PictureView[];
}

/** Posts of a thread; `question` is the number of the one that asks. */
export const viewPosts = async (
  posts: readonly Post[],
  question: number | undefined,
): Promise<PostView[]> => {
  const [letters, offices] = await Promise.all([getLetters(), getOffices()]);
  return posts.map(({ id, author, office, official, accepted, at, edited, text, pictures }) => ({
    id,
    author: author ?? t.former,
    officer: office === undefined ? null : t.officer(officeName(offices, office)),
    official,
    accepted,
    isQuestion: id === question,
    iso: at,
    day: messages.format.date(dayOf(at)),
    edited: edited === undefined ? null : t.edited(messages.format.date(dayOf(edited))),
    html: postHtml(text, letters, ''),
    pictures: pictures.map(({ file, ...picture }) => ({
      ...picture,
      src: PUBLISHED_PICTURES.address + file,
    })),
  }));
};

/** Marks of a post in words, the most telling first. */
export const marksOf = (post: PostView): string[] => [
  ...(post.isQuestion ? [t.question] : []),
  ...(post.accepted ? [t.accepted] : []),
  ...(post.official ? [t.official] : []),
  ...(post.officer ? [post.officer] : []),
];
