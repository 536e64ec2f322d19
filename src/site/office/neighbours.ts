import { printLetterNumber } from '#core/letter/number.ts';
import {
  AUTHORITY_TYPES,
  existsOn,
  isUnderProvince,
  levelOfType,
  type Office,
} from '#core/office/office.ts';
import { type Registry, totalIn } from '#core/office/registry.ts';
import { seenCodes } from '#core/tracking/office-codes.ts';
import { asOf } from '../as-of.ts';
import { type ContactView, viewContact } from '../circular/letter-face.ts';
import { nameSources } from '../circular/sources.ts';
import { type FeedHead, getFeedHeads } from '../follow/feeds.ts';
import { type FeedView, viewFeed } from '../follow/page.ts';
import { messages } from '../i18n.ts';
import { memoizePerBuild } from '../memo.ts';
import { officeAddress } from '../offices.ts';
import { getRecords } from '../records.ts';
import { getRecordsOf, type OfficeRecord } from './known.ts';

/** An office below another, as its list names it. */
export interface BelowView {
  readonly name: string;
  readonly href: string | undefined;
  /** How many circulars it has a record of, in words. */
  readonly records: string;
}

const byThaiName = (a: Office, b: Office): number => a.name.localeCompare(b.name, 'th');

/** Offices with how many circulars each has a record of itself, by name. */
export const viewBelow = (offices: readonly Office[]): Promise<BelowView[]> =>
  Promise.all(
    offices.toSorted(byThaiName).map(async (office) => {
      const own = (await getRecordsOf(office.id)).own.length;
      return {
        name: office.name,
        href: officeAddress(office),
        records:
          own > 0 ? messages.office.with(messages.format.count(own)) : messages.tracking.noRecord,
      };
    }),
  );

/** Authorities that receive from a province or district directly, and how many of them a source counts. */
export const authoritiesOf = ({ id, level }: Office, registry: Registry) => {
  const types = AUTHORITY_TYPES.filter((type) => isUnderProvince(type) === (level === 'province'));
  const listed = (registry.within.get(id) ?? []).filter(
    (office) =>
      levelOfType(office.type) === 'authority' &&
      types.includes(office.type as (typeof types)[number]) &&
      existsOn(office, asOf),
  );
  const totals = types.map((type) => totalIn(registry, id, type));
  const counted = totals.includes(null)
    ? null
    : totals.reduce<number>((sum, total) => sum + (total ?? 0), 0);
  return { listed, counted };
};

/** Codes seen on letters of an office, with when they were. */
export const viewCodes = (own: readonly OfficeRecord[]) =>
  seenCodes(own.flatMap(({ status }) => status.sent)).map(({ code, seen }) => ({
    code: printLetterNumber(code),
    seen: seen === null ? null : messages.office.codes.seen(messages.format.date(seen)),
  }));

/** How an office can be reached, by its newest covering letter that says so. */
export interface OfficeContact {
  readonly contact: ContactView;
  readonly from: string;
  readonly href: string;
}

/** The contact on the newest covering letter of an office that has one; null where none is on record. */
export const findContact = async (
  office: string,
  own: readonly OfficeRecord[],
): Promise<OfficeContact | null> => {
  for (const { tracked } of own) {
    const { coveringLetters } = tracked.entry.data;
    const letter = coveringLetters.find(({ issuer, contact }) => issuer === office && contact);
    if (!letter) continue;
    const { byPath } = await getRecords();
    const nameSource = nameSources(coveringLetters, tracked.route.registry.byId, byPath);
    const date = letter.date.doubt?.kind === 'unreadable' ? null : letter.date.value;
    const t = messages.office.contact;
    return {
      contact: viewContact(letter, nameSource) as ContactView,
      from: date === null ? t.fromUndated : t.from(messages.format.date(date)),
      href: `/circulars/${tracked.entry.id}/`,
    };
  }
  return null;
};

const getFeedsByOffice = (): Promise<ReadonlyMap<string, FeedHead>> =>
  memoizePerBuild('feeds by office', async () => {
    const { offices } = await getFeedHeads();
    return new Map(
      offices.map((head) => [head.topic.scope === 'office' ? head.topic.office : '', head]),
    );
  });

/** The feed of an office; null where it has none. */
export const findFeed = async (
  office: string,
): Promise<{ readonly slug: string; readonly view: FeedView } | null> => {
  const head = (await getFeedsByOffice()).get(office);
  return head ? { slug: head.slug, view: viewFeed(head) } : null;
};
