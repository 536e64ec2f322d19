import { fill, textNodes } from '#browser/dom.ts';
import { BASE } from '#browser/portal-base.ts';
import type { FoundPage, VerifiedFile, VerifiedPage } from '#core/verify/verify.ts';
import type { Messages } from '#i18n/messages.ts';

/** The texts of the page as they travel in its markup. */
export type VerifyTexts = Omit<Messages['link']['verify'], 'withdrawn' | 'dateDoubt'> & {
  readonly withdrawn: string;
  readonly wrong: Readonly<Record<keyof Messages['link']['enter']['wrong'], string>>;
  readonly go: string;
};

const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  content: string | readonly (Node | string)[],
  className = '',
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  made.append(...(typeof content === 'string' ? textNodes(content) : content));
  if (className) made.className = className;
  return made;
};

const link = (href: string, text: string): HTMLAnchorElement => {
  const made = element('a', text);
  made.href = href;
  return made;
};

const doubtLine = (doubt: string | null): Node[] =>
  doubt === null ? [] : [element('p', doubt, 'doubt')];

const pageLine = (page: VerifiedPage, texts: VerifyTexts): Node[] => {
  const about = page.about === '' ? '' : ` (${page.about})`;
  const withdrawn =
    page.withdrawn === null ? [] : [texts.withdrawn.replace('\uFFFC', page.withdrawn)];
  return [
    element('p', [`${texts.belongsTo} `, link(page.href, page.title), about]),
    ...doubtLine(page.dateDoubt),
    ...withdrawn.map((text) => element('p', text, 'badge badge-vermilion')),
  ];
};

const heading = (text: string, kind: string): HTMLElement => element('h2', text, `verdict ${kind}`);

const verdict = ({ takenOff, replacedBy }: VerifiedFile, texts: VerifyTexts): HTMLElement => {
  if (takenOff !== null) return heading(texts.takenOff, 'old');
  return replacedBy ? heading(texts.replaced, 'old') : heading(texts.current, 'good');
};

const fileAnswer = (file: VerifiedFile, texts: VerifyTexts): Node[] => [
  verdict(file, texts),
  element('p', file.file),
  ...(file.takenOff === null
    ? []
    : [element('p', file.takenOff), element('p', texts.onlyHash, 'small soft')]),
  ...(file.replacedBy
    ? [element('p', [`${texts.use}: `, link(file.replacedBy.href, file.replacedBy.title)])]
    : []),
  ...pageLine(file, texts),
];

/** What the portal says of a file. */
export const filesAnswer = (
  files: readonly VerifiedFile[],
  sha256: string,
  texts: VerifyTexts,
): Node[] => {
  const said =
    files.length > 0
      ? files.flatMap((file) => fileAnswer(file, texts))
      : [heading(texts.unknown, 'unknown'), element('p', texts.unknownText)];
  return [...said, element('p', [`${texts.sha256}: `, element('code', sha256)], 'small')];
};

const numberLine = ({ number, numberDoubt }: FoundPage, texts: VerifyTexts): Node[] =>
  numberDoubt === null
    ? [element('p', fill(texts.numberIs, { number }), 'number')]
    : doubtLine(numberDoubt);

/** What the portal says of a letter number. */
export const pagesAnswer = (pages: readonly FoundPage[], texts: VerifyTexts): Node[] => {
  if (pages.length === 0)
    return [
      heading(texts.notFound, 'unknown'),
      element('p', [link(`${BASE}/search/`, texts.search)]),
    ];
  const isCertain = pages.some(({ numberDoubt }) => numberDoubt === null);
  return [
    isCertain ? heading(texts.found, 'good') : heading(texts.foundDoubtful, 'old'),
    ...(pages.length > 1 ? [element('p', texts.several)] : []),
    ...pages.flatMap((page) => [...numberLine(page, texts), ...pageLine(page, texts)]),
  ];
};

/** A short answer without a letter. */
export const plainAnswer = (text: string, more: string | null = null): Node[] => [
  heading(text, 'unknown'),
  ...(more === null ? [] : [element('p', more)]),
];

/** That a code leads to a circular, and the attachment that was asked for is not there. */
export const noAttachmentAnswer = (
  attachment: number,
  circular: string,
  texts: VerifyTexts,
): Node[] => [
  heading(texts.wrong.attachment.replace('\uFFFC', String(attachment)), 'unknown'),
  element('p', [link(circular, texts.go)]),
];
