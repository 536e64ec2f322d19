import { ACTION_ROLES, type ActionRole } from '#core/letter/circular.ts';
import type { LeftTexts } from '#core/my-office/days-left.ts';
import { packNames } from '#core/my-office/packed-names.ts';
import { existsOn } from '#core/office/office.ts';
import { asOf } from '../as-of.ts';
import { getCalendars } from '../follow/calendars.ts';
import { messages } from '../i18n.ts';
import { getOutsideChain, officeAddress } from '../offices.ts';
import { MY_FACTS } from '../search/facts.ts';
import { getRegistry } from '../tracking/tracked.ts';

/** Offices that can be chosen, existing on the day of the data. */
const getChosen = async () => {
  const [registry, outside] = await Promise.all([getRegistry(), getOutsideChain()]);
  return registry.offices.filter(
    (office) =>
      existsOn(office, asOf) && !outside.has(office.id) && !outside.has(office.province ?? ''),
  );
};

/** Names of all offices, as the field of the page finds them. */
export const getMyNames = async () => packNames(await getChosen());

/** Roles whose duties each level has. */
const ROLES: Readonly<Record<'province' | 'district' | 'authority', readonly ActionRole[]>> = {
  province: ['provincial-office'],
  district: ['district'],
  authority: ACTION_ROLES.filter((role) => role !== 'district' && role !== 'provincial-office'),
};

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'th');

/** A number of days that stands for any. */
const MANY = 7;

const leftTexts = (): LeftTexts => ({
  past: messages.circular.deadlinePast,
  few: [0, 1].map(messages.format.daysLeft),
  many: messages.format.daysLeft(MANY).replace(String(MANY), '{days}'),
});

/** Everything that the page shows before an office is chosen, and the texts of its script. */
export const getMyPage = async () => {
  const { chosen: texts, types, choose, ...t } = messages.my;
  const offices = await getChosen();
  return {
    head: {
      title: t.title,
      lead: t.lead,
      crumbs: [{ href: '/', label: messages.site.home }],
    },
    facts: MY_FACTS,
    provinces: offices
      .filter(({ type }) => type === 'province')
      .map((office) => ({ id: office.id, name: office.name, href: officeAddress(office) }))
      .sort(byName),
    /** For the script, as JSON. */
    data: JSON.stringify({
      ...texts,
      types,
      ...choose.said,
      roles: ROLES,
      roleNames: messages.role,
      check: messages.doubt.check,
      sample: messages.sample.badge,
      number: messages.circular.letter.number,
      numberMissing: messages.circular.numberMissing,
      noRecord: messages.tracking.noRecord,
      baht: messages.figures.units.baht,
      addOne: messages.follow.calendar.addOne,
      asked: messages.circular.asked,
      subscribe: messages.follow.calendar.subscribe,
      download: messages.follow.calendar.download,
      // Here and not in the files of areas, which are the same on the next day.
      day: asOf,
      asOf: messages.site.asOf(messages.format.date(asOf)),
      left: leftTexts(),
    }),
    calendars: JSON.stringify(await getCalendars()),
  };
};

export type MyPage = Awaited<ReturnType<typeof getMyPage>>;
