import {
  lineShareLink,
  mailShareLink,
  mailSubject,
  roomForLines,
} from '#core/share/share-links.ts';
import { type SharedPage, type ShareTexts, shareLines } from '#core/share/share-text.ts';
import { shortAddress } from '#core/short-link/address.ts';
import { asOf } from '../as-of.ts';
import { intervalText } from '../circular/actions.ts';
import type { CircularEntry } from '../content.ts';
import type { NameSource } from '../fact-view.ts';
import { messages } from '../i18n.ts';
import { codeOf } from '../short-link/code-view.ts';
import { markSample } from './preview.ts';

/** What a page offers to those who share it. */
export interface ShareView {
  /** The whole text, which ends with the address on a line of its own. */
  readonly text: string;
  readonly line: string;
  readonly mail: string;
}

const textsWith = (nameSource: NameSource): ShareTexts => ({
  ...messages.share.lines,
  force: (status) =>
    messages.share.lines.force(messages.force.status[status], messages.force.explain[status]),
  date: messages.format.date,
  period: messages.format.period,
  interval: intervalText,
  role: (role) => messages.role[role],
  source: nameSource,
});

/** How a page is shared; `nameSource` names the copies that ask for its actions. */
export const viewShare = (page: SharedPage, nameSource: NameSource = (key) => key): ShareView => {
  const texts = textsWith(nameSource);
  const linesFor = (longest?: number) => shareLines(page, asOf, texts, longest);
  const subject = mailSubject(markSample(page.title, page.sample !== null));
  return {
    text: [...linesFor(), page.url].join('\n'),
    line: lineShareLink(page.url, linesFor(roomForLines(page.url))),
    mail: mailShareLink(page.url, subject, linesFor(roomForLines(page.url, subject))),
  };
};

/** How the page of a circular is shared: by its short address, which is printed on paper too. */
export const getCircularShare = async (
  entry: CircularEntry,
  nameSource: NameSource,
): Promise<ShareView> => {
  const { title, letter, force, actions } = entry.data.circular;
  const sample = entry.data.circular.sample ? messages.sample.page : null;
  const url = shortAddress(import.meta.env.SITE, { code: await codeOf(entry) }).href;
  return viewShare({ title, url, sample, number: letter.number, force, actions }, nameSource);
};
