import { ACTION_ROLES, type ActionRole } from '#core/letter/circular.ts';
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
    }),
    calendars: JSON.stringify(await getCalendars()),
  };
};

export type MyPage = Awaited<ReturnType<typeof getMyPage>>;
