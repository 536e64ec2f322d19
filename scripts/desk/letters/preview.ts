import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { componentTexts } from '#i18n/component-texts.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { preparePictures } from '#store/content/page-pictures.ts';
import { announcedFiles, publishFiles } from '#store/content/published-files.ts';
import { renderOnePage } from '#store/portal/one-page.ts';
import { readSettings } from '#store/settings.ts';
import { applyPlan } from '../../ingest/apply.ts';
import { mintNumbers } from '../../qr/register.ts';
import type { LetterTask } from './in-process.ts';
import type { DeskPlan } from './planning.ts';
import { publishDraft } from './publish-draft.ts';

/** What comes of making a page as it will look. */
export type Preview =
  | { readonly html: string; readonly circular: string; readonly files: readonly string[] }
  /** `bundle`: the portal was not built by this code yet. */
  | { readonly missing: 'bundle' | 'circular' };

type PreviewTask = Extract<LetterTask, { kind: 'plan' | 'preview' }>;

/** Puts the files beside a page that it shows or leads to into `shown`, and gives their addresses on the portal. */
const publishShown = async (
  { scratch, shown }: Pick<PreviewTask, 'scratch' | 'shown'>,
  circular: string,
  html: string,
): Promise<string[]> => {
  const at = `/circulars/${circular}/`;
  const files = announcedFiles().filter(
    ({ href, draft }) => !draft && href.startsWith(at) && html.includes(`${href}"`),
  );
  rmSync(shown, { recursive: true, force: true });
  await preparePictures(files, scratch);
  publishFiles(files, scratch, shown);
  return files.map(({ href }) => href);
};

/**
 * The page of a circular as a build would make it once the plan is carried out and published. All of it happens in a copy of
 * the content, by the same functions.
 */
export const previewOf = async (
  { root, today, nth, siteUrl, language, scratch, shown, answers, replaces }: PreviewTask,
  plans: readonly DeskPlan[],
): Promise<Preview> => {
  const planned = plans[nth];
  if (!planned) return { missing: 'circular' };
  const { plan, kept } = planned;
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(join(scratch, 'next'), { recursive: true, mode: 0o700 });
  cpSync(join(root, 'content'), join(scratch, 'content'), {
    recursive: true,
    filter: (source) => !source.endsWith('/.git'),
  });
  if (replaces !== null)
    rmSync(join(scratch, 'content/circulars', replaces), { recursive: true, force: true });
  const taken = new Set(answers.take);
  const ask = async ({ name }: { readonly name: string }) => taken.has('all') || taken.has(name);
  await applyPlan(scratch, plan, { today, ask, kept });
  const circular = plan.kind === 'new' ? `${plan.draft.year}/${plan.draft.id}` : plan.existing.id;
  publishDraft(scratch, circular, today);
  await mintNumbers(scratch, today);
  const settings = readSettings({ WIAN_SITE_URL: siteUrl, WIAN_LANG: language }, today);
  const texts = LANGUAGES[settings.language];
  const page = await renderOnePage({
    ...settings,
    root,
    contentRoot: scratch,
    next: join(scratch, 'next'),
    guidance: { footnotes: texts.document.footnotes, components: componentTexts(texts) },
    component: 'src/pages/circulars/[year]/[id]/index.astro',
    pathname: `/circulars/${circular}`,
  });
  const html = page && Buffer.from(page).toString('utf8');
  const files = html === null ? [] : await publishShown({ scratch, shown }, circular, html);
  rmSync(scratch, { recursive: true, force: true });
  return html === null ? { missing: 'bundle' } : { html, circular, files };
};
