import { EMBED_KINDS, type EmbedKind, partSnippet, scriptSnippet } from '#core/embed/snippet.ts';
import { getCirculars } from '../content.ts';
import { getFeedHeads } from '../follow/feeds.ts';
import { messages } from '../i18n.ts';
import { circularLink } from '../records.ts';
import { sharedUrl } from '../share/address.ts';

const t = messages.embed.page;

/** A part for other sites as the page offers it. */
export interface EmbedPartView {
  readonly kind: EmbedKind;
  readonly title: string;
  readonly text: string;
  /** Attributes of the example. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly code: string;
}

const viewPart = (
  kind: EmbedKind,
  attributes: Readonly<Record<string, string>>,
  path: string,
): EmbedPartView => ({
  kind,
  title: t.kinds[kind],
  text: t.texts[kind],
  attributes,
  code: partSnippet(kind, attributes, { href: sharedUrl(path), label: messages.embed.script.open }),
});

/** Everything that the page about parts for other sites shows. */
export const getEmbedPage = async () => {
  const [heads, [newest]] = await Promise.all([getFeedHeads(), getCirculars()]);
  const newestPath = newest ? circularLink(newest).href : '/circulars/';
  const optionsOf = (feeds: readonly { readonly slug: string; readonly title: string }[]) =>
    feeds.map(({ slug, title }) => ({ value: slug.split('/').at(-1) as string, label: title }));
  const examples: Readonly<Record<EmbedKind, EmbedPartView>> = {
    search: viewPart('search', {}, '/search/'),
    newest: viewPart('newest', { section: 'circulars' }, '/circulars/'),
    circular: viewPart('circular', { circular: sharedUrl(newestPath) }, newestPath),
  };
  return {
    head: {
      title: t.title,
      lead: t.lead,
      crumbs: [{ href: '/', label: messages.site.home }],
    },
    script: scriptSnippet(sharedUrl('/embed.js')),
    parts: EMBED_KINDS.map((kind) => examples[kind]),
    sections: optionsOf([...heads.kinds, ...heads.general.filter(({ slug }) => slug === 'all')]),
    offices: optionsOf(heads.offices),
    options: Object.values(t.optionTexts),
  };
};

export type EmbedPage = Awaited<ReturnType<typeof getEmbedPage>>;
