import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { ProblemError } from '#core/problem.ts';
import { escapeMarkup } from '#core/text/escape.ts';
import { todayInThailand } from '#store/clock.ts';
import {
  answersPath,
  letterFolder,
  readingFolder,
  readLetterUpload,
} from '#store/desk/letter-uploads.ts';
import { pagesOfLetter } from '#store/desk/page-changes.ts';
import { replaceFile } from '#store/files/replace-file.ts';
import { attachmentHeaders } from '#store/portal/attachment-headers.ts';
import { mediaType } from '#store/portal/static-files.ts';
import { atOnce } from '../../lib/at-once.ts';
import type { Desk } from '../app.ts';
import { problemTexts } from '../movement-view.ts';
import { sayNo } from '../office-request.ts';
import type { DeskTracking } from '../track-context.ts';
import type { AskedLetter } from './asked.ts';
import { inProcess } from './in-process.ts';
import { waitingPage } from './pages.ts';
import type { Preview } from './preview.ts';
import { writtenCircular } from './publish.ts';
import { type ContentRequest, withContent } from './request.ts';
import { standingOf, stepsOfMatter } from './standing.ts';

interface Begun {
  readonly mark: string;
  ended: Promise<void>;
  problems: ProblemError['problems'] | null;
  missing: 'bundle' | 'circular' | null;
}

/** Milliseconds for which a page waits before it says that the preview is still being made. */
const PATIENCE_MS = 2000;

const MAIN = /<main\b[^>]*>/;

/** A page as the portal would have it, with a line that it is a preview. */
const withNote = (page: string, note: string, back: string, address: string): string =>
  page
    .replace('</head>', '<meta name="robots" content="noindex"></head>')
    .replace(
      MAIN,
      (main) =>
        `${main}<p class="desk-message" role="status">${escapeMarkup(note)} <a href="${address}">${escapeMarkup(back)}</a></p>`,
    );

/** A page with its files at `at`, where the portal does not have them yet. */
const withFiles = (page: string, files: readonly string[], base: string, at: string): string =>
  files.reduce(
    (text, file) =>
      text
        .replaceAll(`"${base}${file}"`, `"${at}${file}"`)
        .replaceAll(`"${file}"`, `"${at}${file}"`),
    page,
  );

/** Pages that show a letter as its page will look. */
export const previewRoutes = (
  app: Hono,
  desk: Desk,
  {
    tracking,
    asked,
  }: {
    readonly tracking: () => Promise<DeskTracking>;
    readonly asked: (request: ContentRequest) => Promise<AskedLetter | Response>;
  },
): void => {
  const { data, base, origin } = desk.settings;
  const jobs = new Map<string, Begun>();
  const inTurn = atOnce(1);
  const pathOf = (id: string, mark: string, nth: number): string =>
    join(letterFolder(data, id), `preview-${nth}-${mark}.html`);

  const shownIn = (id: string, made: string): string =>
    join(letterFolder(data, id), `preview-${made}-files`);

  const make = async (
    { upload, answers, mark, matter }: AskedLetter,
    language: string,
    begun: Begun,
  ): Promise<void> => {
    const history = await pagesOfLetter(desk.database.db, upload.id);
    try {
      const preview = await inProcess<Preview>({
        kind: 'preview',
        root: desk.root,
        today: todayInThailand(),
        folder: readingFolder(data, upload.id),
        answers,
        path: answersPath(data, upload.id),
        nth: matter.nth,
        replaces: writtenCircular(history, matter),
        siteUrl: `${origin}${base}`,
        language,
        scratch: join(data, 'preview'),
        shown: shownIn(upload.id, `${matter.nth}-${mark}`),
      });
      if ('missing' in preview) begun.missing = preview.missing;
      else {
        const at = `${base}/desk/letters/${upload.id}/preview/${matter.nth}-${mark}`;
        const page = withFiles(preview.html, preview.files, base, at);
        replaceFile(pathOf(upload.id, mark, matter.nth), page);
      }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      begun.problems = error.problems;
    }
  };

  app.get(
    `${base}/desk/letters/:letter/preview/`,
    withContent(desk, tracking, 'take-letters', async (request) => {
      const { c, answer, language, tracking: read } = request;
      const { letters: t, moves, refused } = answer.parts.t;
      const found = await asked(request);
      if (found instanceof Response) return found;
      const { upload, mark, matter } = found;
      const here = `${base}/desk/letters/${upload.id}/`;
      const path = pathOf(upload.id, mark, matter.nth);
      const key = `${upload.id} ${matter.nth}`;
      if (!existsSync(path)) {
        let begun = jobs.get(key);
        if (begun?.mark !== mark) {
          const fresh: Begun = { mark, ended: Promise.resolve(), problems: null, missing: null };
          fresh.ended = inTurn(() => make(found, language, fresh)).catch((error: Error) => {
            fresh.problems = [{ file: null, what: refused.fault, fix: '' }];
            desk.report(`desk: preview ${upload.id}: ${error.stack ?? error.message}`);
          });
          jobs.set(key, fresh);
          begun = fresh;
        }
        let timer: NodeJS.Timeout | undefined;
        const patience = new Promise<void>((resolve) => {
          timer = setTimeout(resolve, PATIENCE_MS);
        });
        await Promise.race([begun.ended, patience]);
        clearTimeout(timer);
        if (begun.missing !== null || begun.problems !== null) jobs.delete(key);
        if (begun.missing !== null) return sayNo(answer, t.previewMissing, 503);
        if (begun.problems !== null) {
          const problems = problemTexts(moves, language, begun.problems, read.context.nameOf);
          const page = waitingPage(answer.parts, here, {
            title: t.previewTitle,
            text: t.refusedFile,
            problems,
          });
          return answer.page(t.previewTitle, page, 422);
        }
        if (!existsSync(path)) {
          const address = `${here}preview/?nth=${matter.nth}`;
          const page = waitingPage(answer.parts, address, {
            title: t.previewTitle,
            text: t.previewing,
            problems: [],
          });
          const again = html`<meta http-equiv="refresh" content="2">`;
          return answer.page(t.previewTitle, page, 200, again);
        }
      }
      jobs.delete(key);
      const page = readFileSync(path, 'utf8');
      const steps = await pagesOfLetter(desk.database.db, upload.id);
      const standing = standingOf(desk.root, stepsOfMatter(steps, matter));
      const note = standing?.isDraft === false ? t.previewChange : t.previewNote;
      return c.html(withNote(page, note, t.previewBack, `${here}?nth=${matter.nth}`));
    }),
  );
  app.get(
    `${base}/desk/letters/:letter/preview/:made{[0-9]+-[0-9a-z]+}/circulars/:year{[0-9]{4}}/:id{[a-z0-9-]+}/:name`,
    withContent(desk, tracking, 'take-letters', async ({ c, answer }) => {
      const { made, year, id, name } = c.req.param() as Record<string, string>;
      const upload = readLetterUpload(data, c.req.param('letter') ?? '');
      const file = `circulars/${year}/${id}/${name}`;
      const folder = upload && shownIn(upload.id, made ?? '');
      // A name without a way to another folder, and a file that was put there for the preview.
      if (!folder || basename(name ?? '') !== name || !existsSync(join(folder, file))) {
        return sayNo(answer, answer.parts.t.letters.missing, 404);
      }
      for (const header of Object.entries(attachmentHeaders(`/${file}`))) c.header(...header);
      c.header('cache-control', 'private, no-cache');
      const bytes = new Uint8Array(await readFile(join(folder, file)));
      return c.body(bytes, 200, { 'content-type': mediaType(file) });
    }),
  );
};
