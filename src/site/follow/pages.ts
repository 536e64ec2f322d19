import type { Enclosure, FeedPage } from '#core/feed/item.ts';
import { isWithdrawn } from '#core/force/force.ts';
import type { Attachment } from '#core/letter/letter.ts';
import { filesOfCircular } from '#core/letter/letter-file.ts';
import { mediaTypeOf } from '#core/media-type.ts';
import { existsOn, type Office } from '#core/office/office.ts';
import {
  type CircularEntry,
  type DocumentEntry,
  getAllDocuments,
  getCirculars,
} from '../content.ts';
import { circularHistory, documentHistory } from '../history.ts';
import { memoizePerBuild } from '../memo.ts';
import { getOffices, getOutsideChain } from '../offices.ts';
import { getCircularHtml, getDocumentHtml } from './body.ts';
import { factsOfCircular, factsOfDocument } from './facts.ts';

const enclosuresOf = (attachments: readonly Attachment[], folder: string): Enclosure[] =>
  attachments.flatMap(({ file, size, title }) => {
    if (file === undefined || size === undefined) return [];
    return [{ path: folder + file, length: size, type: mediaTypeOf(file), title }];
  });

/** Made on demand: every feed that a page is in needs it, and most of thousands of pages are in no feed. */
const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** The offices that the groups of provinces and districts mean, computed once for all circulars. */
interface Areas {
  readonly offices: ReadonlyMap<string, Office>;
  readonly provinces: readonly string[];
  readonly districts: ReadonlyMap<string, readonly string[]>;
}

const arrange = (offices: ReadonlyMap<string, Office>, outside: ReadonlySet<string>): Areas => {
  const ofLevel = (level: Office['level']) =>
    [...offices.values()].filter((office) => office.level === level && !outside.has(office.id));
  const districts = Map.groupBy(ofLevel('district'), ({ province = '' }) => province);
  return {
    offices,
    provinces: ofLevel('province').map(({ id }) => id),
    districts: new Map([...districts].map(([id, within]) => [id, within.map((one) => one.id)])),
  };
};

const LOCAL_LEVELS: ReadonlySet<string> = new Set(['province', 'district']);

/** Provinces and districts that a circular addresses, by group or by name, or that have a part in its way. */
const officesOf = ({ data }: CircularEntry, areas: Areas): string[] => {
  const { circular, coveringLetters, movements } = data;
  const ids = new Set(movements.map(({ office }) => office ?? ''));
  const day = circular.letter.date.value ?? circular.published;
  // A group is of the offices that there were: none that was merged before the letter, or made after it.
  const wasThere = (id: string): boolean => {
    const office = areas.offices.get(id);
    return office !== undefined && existsOn(office, day);
  };
  for (const { issuer, to } of [circular.letter, ...coveringLetters]) {
    ids.add(issuer);
    for (const { group, office } of to) {
      if (office) ids.add(office);
      const groupIds =
        group === 'provinces'
          ? areas.provinces
          : group === 'districts'
            ? (areas.districts.get(issuer) ?? [])
            : [];
      for (const id of groupIds) if (wasThere(id)) ids.add(id);
    }
  }
  return [...ids].filter((id) => LOCAL_LEVELS.has(areas.offices.get(id)?.level ?? ''));
};

const pageOfCircular = async (entry: CircularEntry, areas: Areas): Promise<FeedPage> => {
  const { circular } = entry.data;
  const path = `/circulars/${entry.id}/`;
  return {
    path,
    kind: 'circulars',
    title: circular.title,
    summary: circular.summary,
    digest: String(entry.digest),
    html: await getCircularHtml(entry),
    facts: once(() => factsOfCircular(entry, areas.offices)),
    ...(await circularHistory(entry)),
    system: circular.system,
    offices: officesOf(entry, areas),
    withdrawn: isWithdrawn(circular.force),
    sample: circular.sample,
    enclosures: enclosuresOf(filesOfCircular(circular), path),
  };
};

const pageOfDocument = async (entry: DocumentEntry, areas: Areas): Promise<FeedPage> => {
  const { collection, id, data } = entry;
  const path = `/${collection}/${id}/`;
  return {
    path,
    kind: collection,
    title: data.title,
    summary: data.summary,
    digest: String(entry.digest),
    html: await getDocumentHtml(entry),
    facts: once(() => factsOfDocument(entry, areas.offices)),
    ...(await documentHistory(entry)),
    system: data.system,
    offices: [],
    withdrawn: 'force' in data && isWithdrawn(data.force),
    sample: data.sample,
    enclosures: 'attachments' in data ? enclosuresOf(data.attachments, path) : [],
  };
};

/** Every page of the portal as feeds see it. */
export const getFeedPages = (): Promise<readonly FeedPage[]> =>
  memoizePerBuild('feed pages', async () => {
    const areas = arrange(await getOffices(), await getOutsideChain());
    const circulars = (await getCirculars()).map((entry) => pageOfCircular(entry, areas));
    const documents = (await getAllDocuments()).map((entry) => pageOfDocument(entry, areas));
    return Promise.all([...circulars, ...documents]);
  });
