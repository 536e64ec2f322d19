import { getCollection } from 'astro:content';
import { type DocumentKind, WRITTEN_KINDS } from '../content.ts';
import { messages } from '../i18n.ts';
import { type PreviewView, viewPreview } from '../share/preview.ts';

/** What is at the address of a page that was taken off. */
export interface WithdrawnPageView {
  readonly title: string;
  /** When it was taken off. */
  readonly when: string;
  /** Why, in the words of the editor. */
  readonly why: string;
  /** The list of the section that it was in. */
  readonly section: { readonly href: string; readonly title: string };
  /** That of its section: no picture is drawn of a page that is gone. */
  readonly preview: PreviewView;
}

interface WithdrawnPath {
  /** Path of the page without slashes at its ends: `faq/otp-where`. */
  readonly path: string;
  readonly view: WithdrawnPageView;
}

const pathsOf = async (kind: Exclude<DocumentKind, 'board'>): Promise<WithdrawnPath[]> =>
  (await getCollection(kind, ({ data }) => data.withdrawal !== undefined)).flatMap(
    ({ id, data: { title, withdrawal } }) =>
      withdrawal === undefined
        ? []
        : [
            {
              path: `${kind}/${id}`,
              view: {
                title,
                when: messages.document.withdrawnPage.on(messages.format.date(withdrawal.date)),
                why: withdrawal.reason,
                section: { href: `/${kind}/`, title: messages.nav[kind] },
                preview: viewPreview({
                  path: `/${kind}/`,
                  title: messages.document.withdrawnPage.title,
                  summary: title,
                }),
              },
            },
          ],
  );

/** Every page that an editor took off, circulars and threads aside. */
export const getWithdrawnPages = async (): Promise<WithdrawnPath[]> =>
  (await Promise.all(WRITTEN_KINDS.map(pathsOf))).flat();
