import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { escapeMarkup } from '#core/text/escape.ts';
import { DESK_TEXTS } from '#i18n/desk.ts';
import type { DeskTexts } from '#i18n/desk-texts.ts';

/** Pages of the desk look like the portal beside it: they are its own page for lost readers with other contents. */
export interface Frame {
  readonly texts: DeskTexts;
  /** BCP 47 tag of the language that the portal speaks. */
  readonly language: string;
  /** A whole page; `content` is HTML, and `head` what is added to its head. */
  readonly page: (title: string, content: string, head?: string) => string;
}

const MAIN = /(<main\b[^>]*>)[\s\S]*(<\/main>)/;
const TITLE = /<title>[\s\S]*?<\/title>/;
/** What tells other sites and programs about the page that lent its frame. */
const ABOUT =
  /<link rel="canonical"[^>]*>|<meta (?:property="(?:og|article):|name="(?:twitter:|description"))[^>]*>/g;
const LANGUAGE = /<html[^>]* lang="?([a-zA-Z-]+)/;

const noFrame = (file: string, what: string): ProblemError =>
  new ProblemError([
    {
      file,
      what,
      why: 'Pages of the desk take head, foot and security policy from it.',
      fix: 'Build the portal: npm run build',
    },
  ]);

const MENU = /(id="site-menu"[\s\S]*?)(<\/ul>)/;

/** A page of the portal with the ways to the board and to members at the end of its menu; as it is where it has none. */
export const withDeskLinks = (page: string, texts: DeskTexts, base: string): string => {
  const item = (path: string, text: string) =>
    `<li><a href="${base}${path}">${escapeMarkup(text)}</a></li>`;
  const board = item('/board/', texts.board.title);
  const members = item('/members/', texts.pages.members);
  // Where threads are pages of the portal its menu has the way already.
  const hasBoard = (menu: string) => new RegExp(` href="?${RegExp.escape(base)}/board/`).test(menu);
  return page.replace(MENU, (_, before: string, end: string) =>
    [before, hasBoard(before) ? '' : board, members, end].join(''),
  );
};

/** Makes the frame of a page of the portal; `file` names it where something is missing. */
export const frameOf = (html: string, file: string, base: string): Frame => {
  const language = LANGUAGE.exec(html)?.[1] ?? '';
  const texts = DESK_TEXTS[language];
  if (!texts)
    throw noFrame(file, `the desk does not speak "${language}", the language of this page`);
  for (const [part, form] of [
    ['main', MAIN],
    ['title', TITLE],
  ] as const) {
    if (!form.test(html)) throw noFrame(file, `this page has no <${part}>`);
  }
  if (!html.includes('content-security-policy')) {
    throw noFrame(file, 'this page has no security policy');
  }
  const style = `<link rel="stylesheet" href="${base}/members/desk.css">`;
  const [head = '', rest = ''] = withDeskLinks(html, texts, base)
    .replace(ABOUT, '')
    .replace('</head>', `${style}</head>`)
    .split(TITLE);
  const [before = '', open = '', close = '', ...after] = rest.split(MAIN);
  const foot = close + after.join('');
  return {
    texts,
    language,
    page: (title, content, more = '') =>
      `${head}<title>${escapeMarkup(title)} - ${texts.siteName}</title>${more}${before}${open}${content}${foot}`,
  };
};

/** Reads the frame of the portal in `folder`, anew for each portal that takes its place. */
export const frameReader = (folder: string, base: string): (() => Promise<Frame>) => {
  let read: { readonly from: string; readonly frame: Frame } | undefined;
  return async () => {
    // Some microseconds; by a thread of libuv it takes as long as a query.
    const from = realpathSync.native(folder);
    if (read?.from !== from) {
      const html = await readFile(join(from, '404.html'), 'utf8');
      read = { from, frame: frameOf(html, 'dist/404.html', base) };
    }
    return read.frame;
  };
};
