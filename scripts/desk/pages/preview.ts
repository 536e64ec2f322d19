import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { componentTexts } from '#i18n/component-texts.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { editPage, fieldsOfPage } from '#store/content/edit-page.ts';
import { renderOnePage } from '#store/portal/one-page.ts';
import { readSettings } from '#store/settings.ts';
import { applyPage } from '../../pages/apply.ts';
import type { PageTask } from './in-process.ts';

/** The text of a page as it is once it is published. */
const asPublished = (text: string, file: string): string =>
  fieldsOfPage(text, file).draft === true
    ? editPage(
        text,
        file,
        { fields: { draft: null, withdrawal: null } },
        { order: [], isFinal: true },
      )
    : text;

/**
 * A page as a build would make it with a plan carried out, drafts as if they were published; null where the portal was not built by
 * this code. All of it happens in a copy of the content, by the same functions.
 */
export const previewOf = async ({
  root,
  today,
  plan,
  siteUrl,
  language,
  scratch,
}: PageTask): Promise<string | null> => {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(join(scratch, 'next'), { recursive: true, mode: 0o700 });
  cpSync(join(root, 'content'), join(scratch, 'content'), {
    recursive: true,
    filter: (source) => !source.endsWith('/.git'),
  });
  const texts = plan.texts.map((one) => ({
    ...one,
    after: one.after === null ? null : asPublished(one.after, one.file),
  }));
  applyPage(scratch, { action: 'write-page', ...plan, texts });
  const settings = readSettings({ WIAN_SITE_URL: siteUrl, WIAN_LANG: language }, today);
  const { document } = LANGUAGES[settings.language];
  const html = await renderOnePage({
    ...settings,
    root,
    contentRoot: scratch,
    next: join(scratch, 'next'),
    guidance: {
      footnotes: document.footnotes,
      components: componentTexts(LANGUAGES[settings.language]),
    },
    component: 'src/pages/[section]/[slug].astro',
    pathname: `/${plan.page}`,
  });
  rmSync(scratch, { recursive: true, force: true });
  return html === null ? null : Buffer.from(html).toString('utf8');
};
