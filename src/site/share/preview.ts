import { RECORD_KINDS } from '#core/check/content.ts';
import type { LegalForce } from '#core/force/force.ts';
import type { IsoDate } from '#core/letter/date.ts';
import type { Fact } from '#core/letter/fact.ts';
import { type PreviewTexts, previewText } from '#core/share/card-text.ts';
import { cardPath, SHARED_CARDS } from '#core/social-card/card-path.ts';
import { lastChange } from '#core/structured-data/schema-org.ts';
import { language, messages } from '../i18n.ts';
import { sharedUrl } from './address.ts';

/** What the preview of a link to a page shows in a chat. */
export interface PreviewView {
  readonly title: string;
  readonly description: string;
  /** Absolute addresses of the page and of its picture. */
  readonly url: string;
  readonly image: string;
  readonly alt: string;
  readonly locale: string;
  /** When an article was published and last changed, to the second in Thailand; null for other pages. */
  readonly times: { readonly published: string; readonly modified: string } | null;
}

/** A page with what its preview shows. */
export interface PagePreview {
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly sample?: boolean | undefined;
  readonly number?: Fact<string> | undefined;
  readonly force?: LegalForce | undefined;
  readonly published?: IsoDate | undefined;
  readonly changes?: readonly { readonly date: IsoDate }[] | undefined;
}

const LOCALES = { th: 'th_TH', en: 'en_GB' } as const;

const TEXTS: PreviewTexts = {
  ...messages.share.lines,
  status: (status) => messages.force.status[status],
};

const startOf = (day: IsoDate): string => `${day}T00:00:00+07:00`;

/** What a picture shows, in words. */
const altOf = (card: string, title: string): string => {
  if (card === SHARED_CARDS.portal) return messages.home.title;
  if (card === SHARED_CARDS.sample) return messages.sample.page;
  const kind = RECORD_KINDS.find((name) => card === `/cards/${name}.png`);
  return kind ? `${messages.nav[kind]}: ${messages.sections[kind]}` : title;
};

/** A title with the mark of what is made up: some chats, and lists of mails, show nothing else. */
export const markSample = (title: string, sample: boolean): string =>
  sample ? `${messages.follow.feed.sampleMark}${title}` : title;

/** The preview of a page. */
export const viewPreview = (page: PagePreview): PreviewView => {
  const { path, title, sample = false, published, changes = [] } = page;
  const card = cardPath(path, sample);
  return {
    title: markSample(title, sample),
    description: previewText({ ...page, sample: sample ? messages.sample.badge : null }, TEXTS),
    url: sharedUrl(path),
    image: sharedUrl(card),
    alt: altOf(card, title),
    locale: LOCALES[language],
    times: published
      ? {
          published: startOf(published),
          modified: startOf(lastChange({ published, changes })),
        }
      : null,
  };
};
