import { createHash } from 'node:crypto';
import type { Ending } from '#core/board/subscription.ts';
import { subscriptionHeaders } from '#core/board/subscription.ts';
import { excerptOf } from '#core/board/thread-page.ts';
import type { DeskTexts } from '#i18n/desk-texts.ts';
import { POSTS_A_PAGE } from '#store/desk/board-reading.ts';
import type { NoticedPost } from '#store/desk/notices.ts';
import type { OutgoingMail } from '#store/mail/mailer.ts';
import { sectionName } from './board-pages.ts';
import type { Endings } from './endings.ts';
import type { DeskSettings } from './settings.ts';

/** Characters of a post in a letter. */
const EXCERPT = 300;
/** Posts that one letter tells; it says how many more there are. */
export const MOST_POSTS = 50;

/** What a letter is made of. */
export interface LetterParts {
  readonly settings: Pick<DeskSettings, 'origin' | 'base' | 'sender'>;
  readonly endings: Endings;
  readonly texts: DeskTexts;
}

/** One letter: to whom, by which subscription or day, and about what. */
export interface Letter {
  readonly member: string;
  readonly email: string;
  readonly ending: Ending;
  /** The day of a letter of the day, ready to be read, and as an ISO date; null for letters at once. */
  readonly day: { readonly shown: string; readonly iso: string } | null;
  readonly posts: readonly NoticedPost[];
  /** Posts before each of the first ones in its thread, by the id of the post. */
  readonly places: ReadonlyMap<number, number>;
  readonly now: Date;
}

const subjectOf = ({ follow, board }: DeskTexts, { ending, day, posts }: Letter): string => {
  const { mail } = follow;
  if (day !== null || ending === 'daily') return mail.dailySubject(day?.shown ?? '');
  return ending.kind === 'thread'
    ? mail.threadSubject(posts[0]?.title ?? '')
    : mail.sectionSubject(sectionName(board, ending.target));
};

const leadOf = ({ follow, board }: DeskTexts, { ending }: Letter): string => {
  if (ending === 'daily') return follow.mail.daily;
  return ending.kind === 'thread'
    ? follow.mail.thread
    : follow.mail.section(sectionName(board, ending.target));
};

const postText = ({ settings, texts }: LetterParts, letter: Letter, post: NoticedPost): string => {
  const { mail } = texts.follow;
  const before = letter.places.get(post.post) ?? 0;
  const from = Math.floor(before / POSTS_A_PAGE) * POSTS_A_PAGE;
  const query = from === 0 ? '' : `?from=${from}`;
  return [
    post.question === 1 ? mail.question(post.title) : mail.answer(post.title),
    mail.by(post.author ?? texts.board.formerMember),
    excerptOf(post.body, EXCERPT),
    `${settings.origin}${settings.base}/board/${post.thread}/${query}#p${post.post}`,
  ].join('\n');
};

/** Names a letter by what is in it, so that one that is sent again after a fault is known to be the same. */
const messageIdOf = ({ member, posts, day }: Letter, host: string): string => {
  const what = day ? day.iso : posts.map(({ notice }) => notice).join(' ');
  const digest = createHash('sha256').update(`${member} ${what}`).digest('hex').slice(0, 24);
  return `board-${digest}@${host}`;
};

/** A letter about posts as it is sent: plain text, as all letters of the desk. */
export const noticeLetter = (parts: LetterParts, letter: Letter): OutgoingMail => {
  const { settings, endings, texts } = parts;
  const { mail } = texts.follow;
  const { hostname } = new URL(settings.origin);
  const end = endings.addressOf(letter.member, letter.ending);
  const told = letter.posts.slice(0, MOST_POSTS);
  const left = letter.posts.length - told.length;
  const all = `${settings.origin}${settings.base}/members/#mail`;
  return {
    from: settings.sender,
    replyTo: undefined,
    to: letter.email,
    subject: subjectOf(texts, letter),
    text: `${[
      leadOf(texts, letter),
      ...told.map((post) => postText(parts, letter, post)),
      ...(left > 0 ? [mail.more(left)] : []),
      `-- \n${mail.end(end)}\n${mail.all(all)}`,
    ].join('\n\n')}\n`,
    html: '',
    headers: subscriptionHeaders(letter.ending, hostname, end),
    messageId: messageIdOf(letter, hostname),
    date: letter.now,
  };
};
