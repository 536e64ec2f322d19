import { element, fill, textNodes } from '#browser/dom.ts';
import {
  addVisit,
  countSince,
  type DayCounts,
  hasMore,
  readVisits,
  type Visits,
  writeVisits,
} from '#core/history/since-visit.ts';
import { formatThaiDate, type IsoDate } from '#core/letter/date.ts';
import type { Messages } from '#i18n/messages.ts';

const KEY = 'wian-last-visit';

type Texts = Omit<Messages['sinceVisit'], 'kept' | 'link' | 'forget'>;

/** What the browser keeps; null where it keeps nothing, refuses to say, or gives back nonsense. */
const keptVisits = (): Visits | null => {
  try {
    return readVisits(localStorage.getItem(KEY));
  } catch {
    return null;
  }
};

const tryKeep = (visits: Visits): boolean => {
  try {
    localStorage.setItem(KEY, writeVisits(visits));
    return true;
  } catch {
    return false;
  }
};

const dayText = (day: IsoDate): string => {
  const { lang } = document.documentElement;
  if (lang === 'th') return formatThaiDate(day);
  const style = { dateStyle: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(lang, style).format(new Date(day));
};

const sentence = (
  days: readonly DayCounts[],
  since: DayCounts,
  isWhole: boolean,
  texts: Texts,
): string | null => {
  const { isLeast, ...counts } = countSince(days, since, isWhole);
  const parts = (['published', 'changed', 'withdrawn'] as const).flatMap((name) =>
    counts[name] === 0 ? [] : [fill(texts[name], { count: counts[name] })],
  );
  if (parts.length === 0) return null;
  const template = isLeast ? texts.atLeast : texts.since;
  return fill(template, { date: dayText(since.day), parts: parts.join(' · ') });
};

/** Marks the days on which something was recorded after a visit. */
const markDays = (days: readonly DayCounts[], since: DayCounts, texts: Texts): void => {
  const newDays = new Set(
    days
      .filter((one) => one.day > since.day || (one.day === since.day && hasMore(one, since)))
      .map(({ day }) => day),
  );
  for (const time of document.querySelectorAll<HTMLTimeElement>('.day > h2 time')) {
    if (!newDays.has(time.dateTime)) continue;
    time.after(' ', element('span', { className: 'badge badge-turmeric' }, texts.mark));
  }
};

const bind = (root: HTMLElement): void => {
  const { days = '[]', day = '', log, whole, sinceVisit = '' } = root.dataset;
  const texts = JSON.parse(sinceVisit) as Texts;
  const kept = keptVisits();
  const counted = JSON.parse(days) as DayCounts[];
  const visits = addVisit(kept, counted, day);
  // The home page mentions what the change log has not shown yet; only the change log counts as having been seen.
  const since = log ? visits.before : (kept?.last ?? null);
  const said = root.querySelector<HTMLElement>('[data-said]');
  const news = since === null ? null : sentence(counted, since, whole !== undefined, texts);
  if (said && since !== null && (news !== null || log)) {
    said.append(...textNodes(news ?? fill(texts.nothing, { date: dayText(since.day) })));
    said.hidden = false;
    root.hidden = false;
  }
  if (!log) return;
  if (since !== null) markDays(counted, since, texts);
  const forget = root.querySelector<HTMLButtonElement>('[data-forget]');
  if (!tryKeep(visits) || !forget) return;
  forget.hidden = false;
  forget.addEventListener('click', () => {
    localStorage.removeItem(KEY);
    forget.hidden = true;
    if (!said) return;
    said.replaceChildren(...textNodes(texts.forgotten));
    said.hidden = false;
  });
};

for (const root of document.querySelectorAll<HTMLElement>('[data-since-visit]')) bind(root);
