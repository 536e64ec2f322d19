import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECTIONS } from '#core/stick/choice.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import type { ChosenOffice } from './choose.ts';
import { escapeHtml, fill, OWN } from './pieces.ts';
import type { StickPlan } from './plan.ts';

/** What was left out, and why. */
export interface LeftOut {
  readonly sections: readonly string[];
  readonly office: ChosenOffice | null;
  /** Attachments for which there was no room. */
  readonly files: readonly string[];
}

const COUNTED = [...SECTIONS, 'offices', 'grants', 'finance'] as const;

const countPages = (plan: StickPlan, top: string): number => {
  let count = 0;
  for (const [file, kind] of plan.kinds) if (kind === 'page' && file.startsWith(`${top}/`)) count++;
  return count;
};

/** Pages of circulars themselves, not of lists. */
export const countCirculars = (plan: StickPlan): number => {
  let count = 0;
  for (const [file, kind] of plan.kinds) {
    if (kind === 'page' && /^circulars\/\d{4}\/(?!page\/)[^/]+\/index\.html$/.test(file)) count++;
  }
  return count;
};

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

const contents = (plan: StickPlan): string => {
  const { stick } = LANGUAGES[plan.portal.language];
  const items = COUNTED.flatMap((top) => {
    const pages = countPages(plan, top);
    if (pages === 0) return [];
    const count = fill(stick.pages, { count: pages });
    const more =
      top === 'circulars' ? ` · ${fill(stick.circulars, { count: countCirculars(plan) })}` : '';
    return [
      `<li><a href="/${top}/">${escapeHtml(stick.sections[top])}</a> <span class="soft">${escapeHtml(count + more)}</span></li>`,
    ];
  });
  return `<ul>${items.join('')}</ul>`;
};

const leftOut = (plan: StickPlan, { sections, office, files }: LeftOut): string => {
  const { stick } = LANGUAGES[plan.portal.language];
  const parts = [paragraph(stick.withoutOnline)];
  if (sections.length > 0) {
    const names = sections.map((one) => stick.sections[one as (typeof SECTIONS)[number]]);
    parts.push(paragraph(`${stick.withoutSections} ${names.join(', ')}`));
  }
  if (office !== null) {
    parts.push(paragraph(fill(stick.withoutOffice, { office: office.name })));
    const count = office.circulars.size;
    if (office.all > count)
      parts.push(paragraph(fill(stick.withoutList, { all: office.all, count })));
  }
  if (files.length > 0) {
    const items = files.map((file) => `<li>${escapeHtml(file)}</li>`).join('');
    const summary = escapeHtml(fill(stick.withoutFiles, { count: files.length }));
    parts.push(
      `<details><summary>${summary}</summary><ul class="stick-list small">${items}</ul></details>`,
    );
  }
  return parts.join('');
};

const checkPart = (plan: StickPlan, lists: readonly string[]): string => {
  const { stick } = LANGUAGES[plan.portal.language];
  const { checkStop, checking, checkDone, checkBad, unfinished } = stick;
  const texts = JSON.stringify({ checkStop, checking, checkDone, checkBad, unfinished });
  return `<section data-stick-check="${escapeHtml(texts)}" data-lists="${escapeHtml(lists.join(' '))}">
<h2 id="check">${escapeHtml(stick.check)}</h2>${paragraph(fill(stick.checkLead, { list: OWN.checksums }))}
<noscript>${paragraph(stick.checkNeedsScript)}</noscript>
<p data-needs-script><button class="button" type="button" data-start>${escapeHtml(stick.checkStart)}</button></p>
<p role="status" data-said></p><ul class="stick-list small" data-bad></ul></section>`;
};

/** Which page of the portal lends its frame: the one about the portal, which every stick has. */
const frameOf = (folder: string): string => {
  const about = join(folder, 'about/index.html');
  return readFileSync(existsSync(about) ? about : join(folder, 'index.html'), 'utf8');
};

/** HTML of the page that says what is on the stick, with addresses as the portal's own pages have them. */
export const contentsPage = (
  plan: StickPlan,
  left: LeftOut,
  lists: readonly string[],
  day: string,
): string => {
  const { portal } = plan;
  const { stick, site, format } = LANGUAGES[portal.language];
  const html = frameOf(portal.folder);
  const start = html.search(/<main\b/);
  const end = html.indexOf('</main>');
  if (start < 0 || end < 0) throw new Error('the page about the portal has no <main>');
  const title = escapeHtml(stick.title);
  const main = `<main class="main wrap" id="main" tabindex="-1"><div class="page-head"><h1>${title}</h1>
<p class="lead">${escapeHtml(stick.lead)}</p></div><div class="prose">
<p><strong>${escapeHtml(fill(stick.dataOf, { date: format.date(day) }))}</strong> · ${escapeHtml(stick.madeFrom)} <span class="stick-list">${escapeHtml(portal.site)}/</span></p>
${paragraph(stick.newer)}
<h2>${escapeHtml(stick.contents)}</h2>${contents(plan)}
<h2>${escapeHtml(stick.without)}</h2>${leftOut(plan, left)}
<h2>${escapeHtml(stick.limits)}</h2>${paragraph(stick.limitsText)}
${checkPart(plan, lists)}</div>`;
  const head = html
    .slice(0, start)
    .replace(/<title>[^<]*<\/title>/, `<title>${escapeHtml(site.pageTitle(stick.title))}</title>`)
    .replace(/<link rel="canonical"[^>]*>/, '')
    .replace(/<meta (?:name="description"|property="og:|name="twitter:)[^>]*>/g, '');
  return `${head}${main}${html.slice(end)}`.replace(
    '</body>',
    `<script defer src="${'/'}${OWN.check}"></script></body>`,
  );
};
