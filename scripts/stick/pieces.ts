import { LANGUAGES, type Language } from '#i18n/languages.ts';
import type { BuiltPortal } from './portal.ts';

/** Names of the stick's own files. Portal and stick share a folder, so that they are where no page of the portal does. */
export const OWN = {
  folder: 'stick',
  page: 'stick/index.html',
  script: 'stick/js/stick.js',
  check: 'stick/js/check.js',
  day: 'stick/js/day.js',
  style: 'stick/stick.css',
  list: (top: string) => `stick/list/${top}.js`,
  /** The list of digests, in the folder of the stick; written last. */
  checksums: 'wian-sha256.txt',
  /** Names of the files that a run writes, while it writes. */
  begun: 'wian-unfinished.txt',
} as const;

/** A text escaped for HTML, between tags and in attributes in double quotes. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A text with its `{names}` replaced by values; names without a value stay. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** What goes into every page: the same on each, and on the next stick, so that pages stay as they are. */
export const frameOf = ({ language }: BuiltPortal) => {
  const { note, noteLink } = LANGUAGES[language].stick;
  return {
    head: (up: string): string =>
      `<link rel="stylesheet" href="${up}${OWN.style}"><script defer src="${up}${OWN.script}"></script>`,
    note: (up: string): string =>
      `<p class="stick-note">${escapeHtml(note)} · <a href="${up}${OWN.page}">${escapeHtml(noteLink)}</a> <span data-stick-day></span></p><p class="stick-note stick-lost" role="alert" data-stick-lost></p>`,
  };
};

/** Texts by which scripts of the portal give the connection, or the host, as the reason why there is no data. */
export const lineTexts = (language: Language): string[] => {
  const { asOfPage, link, my, searchPage, trace } = LANGUAGES[language];
  const { connection, missing } = searchPage.failures;
  const others = [link.footer.failed, link.verify.failed, my.choose.said.failed, trace.failed];
  return [asOfPage.failed, connection, missing, ...others];
};

export const STYLE = `.stick-note{margin:0;padding:.4rem 1rem;background:var(--sunken);color:var(--ink);font-size:.875rem;text-align:center;overflow-wrap:anywhere}
.stick-note a{color:inherit}
.stick-lost{font-weight:700}
.stick-lost:empty{display:none}
[data-not-on-stick] small{overflow-wrap:anywhere;font-weight:400}
.stick-list{overflow-wrap:anywhere}
@media print{.stick-note{background:none;padding:0;text-align:start}.stick-note a{display:none}}
`;
