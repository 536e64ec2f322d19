import type { Line } from '#core/my-office/area-circulars.ts';
import type { Office } from '#core/office/office.ts';
import { messages } from '../i18n.ts';
import { getRecordsOf } from '../office/known.ts';
import { findContact, findFeed } from '../office/neighbours.ts';
import { getOffices, officeAddress, officeName } from '../offices.ts';
import { lineOf, textOf } from './texts.ts';

/** How to reach a province or district, and how to hear of what it passes on. */
export interface SurroundingView {
  readonly name: string;
  readonly href: string | undefined;
  /** From its newest covering letter that says so; null where none does. */
  readonly contact: {
    readonly unit: string;
    readonly phones: readonly Line[];
    readonly email: string | undefined;
    readonly from: string;
    readonly href: string;
  } | null;
  readonly feeds: readonly { readonly name: string; readonly href: string }[];
}

/** What a province or district is reached by, as its own letters say. */
export const viewSurrounding = async (office: Office): Promise<SurroundingView> => {
  const { own } = await getRecordsOf(office.id);
  const [found, feed] = await Promise.all([findContact(office.id, own), findFeed(office.id)]);
  return {
    name: officeName(await getOffices(), office.id),
    href: officeAddress(office),
    contact: found && {
      unit: [found.contact.unit, found.contact.group].filter(Boolean).join(' '),
      phones: found.contact.phones.map((phone) =>
        lineOf(`${messages.circular.phone} ${textOf(phone)}`, phone),
      ),
      email: found.contact.email,
      from: found.from,
      href: found.href,
    },
    feeds: (feed?.view.formats ?? []).map(({ name, href }) => ({ name, href })),
  };
};
