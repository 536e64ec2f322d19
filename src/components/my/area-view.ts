import { element, fill, textNodes } from '#browser/dom.ts';
import type { ChosenType } from '#core/my-office/packed-names.ts';
import type { MyArea } from '#site/my/area.ts';
import type { SurroundingView } from '#site/my/surrounding.ts';
import { type Mine, writeMine } from './address.ts';
import { lineNodes, link, paragraph, type Texts } from './texts.ts';

const contactNodes = ({ contact }: SurroundingView, texts: Texts): Node[] => {
  if (!contact) return [paragraph(texts.noContact, 'soft')];
  const { unit, phones, email, from, href } = contact;
  return [
    paragraph(unit),
    ...phones.map((phone) => element('p', {}, ...lineNodes(phone, texts))),
    ...(email ? [element('p', {}, link(`mailto:${email}`, email))] : []),
    element('p', { className: 'small soft' }, link(href, from)),
  ];
};

const feedNodes = ({ feeds, name }: SurroundingView, texts: Texts): Node => {
  if (feeds.length === 0) return paragraph(texts.noFeed, 'small soft');
  const label = element('span', {}, ...textNodes(fill(texts.feedOf, { name })));
  const made = element('p', { className: 'feed-formats' }, label);
  for (const feed of feeds) {
    const hidden = element('span', { className: 'visually-hidden' }, ` ${name}`);
    made.append(' ', element('a', { href: feed.href, lang: 'en' }, feed.name, hidden));
  }
  return made;
};

/** Draws how to reach the province and the district, and their feeds. */
export const showContacts = (
  box: HTMLElement,
  area: Pick<MyArea, 'dependencies'>,
  texts: Texts,
): void => {
  box.replaceChildren(
    ...area.dependencies.flatMap((one) => [
      element('h3', {}, ...textNodes(one.name)),
      ...contactNodes(one, texts),
      feedNodes(one, texts),
      ...(one.href ? [element('p', {}, link(one.href, fill(texts.page, { name: one.name })))] : []),
    ]),
  );
};

/** Draws the other offices of the area, each a link that chooses it. */
export const showWithin = (
  box: HTMLElement,
  area: Omit<MyArea, 'circulars'>,
  page: string,
  texts: Texts,
): void => {
  const choice = (mine: Mine, text: string): HTMLLIElement =>
    element('li', {}, link(page + writeMine(mine), text));
  const ofArea = { area: area.id, kind: null };
  const unlisted = (kind: ChosenType): string =>
    fill(texts.unlistedChoice, { kind: texts.types[kind] });
  const items = [
    choice({ ...ofArea, office: area.id }, area.name),
    ...area.offices.map(([office, , name]) => choice({ ...ofArea, office }, name)),
    ...area.kinds.map((kind) => choice({ ...ofArea, office: area.id, kind }, unlisted(kind))),
    ...area.districts.map(([id, name]) => choice({ office: id, kind: null, area: id }, name)),
  ];
  box.replaceChildren(element('ul', { className: 'my-within' }, ...items));
};
