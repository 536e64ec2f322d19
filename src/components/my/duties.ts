import { element, fill, textNodes } from '#browser/dom.ts';
import type { ActionRole } from '#core/letter/circular.ts';
import type { AreaCircular, Duty } from '#core/my-office/area-circulars.ts';
import { leftUntil } from '#core/my-office/days-left.ts';
import { badge, lineNodes, link, paragraph, type Texts } from './texts.ts';

interface FromCircular {
  readonly duty: Duty;
  readonly circular: AreaCircular;
}

/** Deadlines to come first, the nearest on top; then what has none; at the end what is past, the latest first. */
const byDeadline =
  (day: string) =>
  ({ duty: a }: FromCircular, { duty: b }: FromCircular): number => {
    const rank = ({ due }: Duty): number => (due === undefined ? 1 : due >= day ? 0 : 2);
    const byRank = rank(a) - rank(b);
    if (byRank !== 0 || a.due === undefined || b.due === undefined || a.due === b.due)
      return byRank;
    return a.due < b.due === (rank(a) === 0) ? -1 : 1;
  };

const dutyItem = ({ duty, circular }: FromCircular, texts: Texts): HTMLLIElement => {
  const { what, when, due, href, asked } = duty;
  const times = element('p', { className: 'times small' });
  for (const line of when) times.append(element('span', {}, ...lineNodes(line, texts)));
  if (due) {
    const left = leftUntil(due, texts.day, texts.left);
    times.append(
      due >= texts.day ? badge(left, 'indigo') : element('span', { className: 'soft' }, left),
    );
  }
  const from = element('p', { className: 'small' }, link(circular.href, circular.title));
  if (circular.sample) from.append(' ', badge(texts.sample, 'turmeric'));
  if (asked) from.append(' ', ...textNodes(`${texts.asked} ${asked}`));
  return element(
    'li',
    {},
    paragraph(what),
    ...(times.childNodes.length > 0 ? [times] : []),
    from,
    ...(href ? [element('p', { className: 'small' }, link(href, texts.addOne))] : []),
  );
};

/** Draws what each role has to do by the circulars of an office. */
export const showDuties = (
  box: HTMLElement,
  circulars: readonly AreaCircular[],
  roles: readonly ActionRole[],
  texts: Texts,
): void => {
  const all = circulars.flatMap((circular) => circular.duties.map((duty) => ({ duty, circular })));
  const shown = roles.flatMap((role) => {
    const items = all.filter(({ duty }) => duty.role === role).sort(byDeadline(texts.day));
    if (items.length === 0) return [];
    return [
      element('h3', {}, ...textNodes(texts.roleNames[role])),
      element('ul', { className: 'my-duties' }, ...items.map((one) => dutyItem(one, texts))),
    ];
  });
  box.replaceChildren(...(shown.length > 0 ? shown : [paragraph(texts.noDuties)]));
};

/** A calendar to subscribe to; `role` is null for the one of all roles. */
export interface Calendar {
  readonly role: ActionRole | null;
  readonly label: string;
  readonly href: string;
  readonly subscribe: string;
}

/** Draws the calendars of the roles of an office, and the one of all. */
export const showCalendars = (
  box: HTMLElement,
  calendars: readonly Calendar[],
  roles: readonly ActionRole[],
  texts: Texts,
): void => {
  const shown = calendars.filter(({ role }) => role === null || roles.includes(role));
  const named = (href: string, text: string, label: string) =>
    element('a', { href }, text, element('span', { className: 'visually-hidden' }, ` ${label}`));
  box.replaceChildren(
    ...shown.map(({ label, href, subscribe }) =>
      element(
        'li',
        {},
        element('p', { className: 'feed-title' }, ...textNodes(label)),
        element(
          'p',
          { className: 'feed-formats' },
          named(subscribe, texts.subscribe, label),
          ' ',
          named(href, texts.download, label),
        ),
      ),
    ),
  );
};

const GROUPS = ['in-force', 'unclear', 'not-yet'] as const;

/** Draws what holds today, by topic; what is in doubt is never counted as in force. */
export const showBinding = (
  box: HTMLElement,
  circulars: readonly AreaCircular[],
  texts: Texts,
): void => {
  const titles = { 'in-force': texts.inForce, unclear: texts.unclear, 'not-yet': texts.notYet };
  const standing = circulars.filter(({ binding }) => binding !== 'ended');
  const topics = [...Map.groupBy(standing, ({ topic }) => topic)].sort(([a], [b]) =>
    a === '' ? 1 : b === '' ? -1 : a.localeCompare(b, 'th'),
  );
  const item = (one: AreaCircular): HTMLLIElement => {
    const made = element('li', {}, link(one.href, one.title), ' ');
    if (one.sample) made.append(badge(texts.sample, 'turmeric'), ' ');
    made.append(element('span', { className: 'small soft' }, ...textNodes(one.force)));
    return made;
  };
  const shown = topics.flatMap(([topic, ofTopic]) => [
    element('h3', {}, ...textNodes(topic === '' ? texts.general : topic)),
    ...GROUPS.flatMap((binding) => {
      const items = ofTopic.filter((one) => one.binding === binding);
      if (items.length === 0) return [];
      const title = element(
        'strong',
        {},
        fill('{title} ({count})', { title: titles[binding], count: items.length }),
      );
      return [
        element('p', { className: 'small' }, title),
        element('ul', { className: 'my-topic' }, ...items.map(item)),
      ];
    }),
  ]);
  box.replaceChildren(...(shown.length > 0 ? shown : [paragraph(texts.noBinding)]));
};
