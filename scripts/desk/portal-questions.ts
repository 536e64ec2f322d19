import { escapeMarkup } from '#core/text/escape.ts';
import { countOnPage } from '#store/desk/board-reading.ts';
import type { AlterPage } from '#store/portal/static-server.ts';
import type { Desk } from './app.ts';
import { askAddress } from './board-pages.ts';
import { withDeskLinks } from './frame.ts';

const END = '</main>';

/**
 * Pages of the portal as the desk shows them: with the ways to board and members in the menu, and below the contents one to
 * ask about the page and one to what was asked, with the number of answers. Pages without the portal's menu, as those
 * that other sites embed, stay as they were built.
 */
export const withQuestions =
  (desk: Desk): AlterPage =>
  async (pathname, readPage) => {
    if (!pathname.endsWith('/')) return null;
    const page = await readPage();
    const end = page.lastIndexOf(END);
    if (end === -1 || !page.includes('id="site-menu"')) return null;
    const { texts } = await desk.frame();
    const { base } = desk.settings;
    const t = texts.board;
    const { threads, answers } = await countOnPage(desk.database.db, pathname);
    const board = `${base}/board`;
    const asked = escapeMarkup(t.onPage(threads, answers));
    const about = `${board}/?page=${encodeURIComponent(pathname)}`;
    const ask = `<a class="button" href="${escapeMarkup(askAddress(board, pathname))}">${escapeMarkup(t.does.askAbout)}</a>`;
    const seen = threads === 0 ? asked : `<a href="${escapeMarkup(about)}">${asked}</a>`;
    const altered = `${page.slice(0, end)}<p class="no-print" data-desk-ask>${ask} ${seen}</p>${page.slice(end)}`;
    return withDeskLinks(altered, texts, base);
  };
