import { z } from 'zod';
import { FORCE_STATUSES } from '#core/force/force.ts';
import { PAGE_EVENT_KINDS } from '#core/history/page-event.ts';
import { ACTION_ROLES } from '#core/letter/circular.ts';
import { ADDRESSEE_GROUPS, LETTER_LEVELS, URGENCIES } from '#core/letter/letter.ts';
import { OFFICE_TYPES } from '#core/office/office.ts';
import {
  DOUBTFUL_COLUMNS,
  MOVEMENT_DOUBTS,
  MOVEMENT_KINDS,
  type MovementColumn,
} from '#core/tracking/movement.ts';
import { openDueDay } from './due-day.ts';
import { attachment, isoDate, isoDay, letterFile, named, url } from './open-data-parts.ts';

/*
 * The shapes of the open data, version 1. They are a promise to other offices' systems: within a version a field is
 * never removed, renamed or given another meaning; only optional fields are added. The title of a shape is its name
 * in the data dictionary, where `src/i18n` says what each of its fields means.
 */

const fact = <Value extends z.ZodType>(value: Value) =>
  named('fact', {
    value: value.nullable(),
    doubt: named('doubt', {
      kind: z.enum(['unclear', 'conflict', 'unreadable', 'cited']),
      readings: z.array(
        named('reading', { read: z.string(), value: value.nullable(), source: z.string() }),
      ),
      note: z.string().nullable(),
    }).nullable(),
  });

const citation = {
  issuer: z.string().nullable(),
  number: fact(z.string()),
  date: fact(isoDate),
  subject: z.string().nullable(),
  urgency: fact(z.enum(URGENCIES)).nullable(),
  note: z.string().nullable(),
};

const reference = named('reference', { ...citation, url: url.nullable() });

const letterFields = {
  level: z.enum(LETTER_LEVELS),
  issuer: z.string(),
  number: fact(z.string()),
  date: fact(isoDate),
  subject: fact(z.string()),
  to: z.array(
    named('addressee', {
      text: z.string(),
      group: z.enum(ADDRESSEE_GROUPS).nullable(),
      office: z.string().nullable(),
    }),
  ),
  urgency: fact(z.enum(URGENCIES)).nullable(),
  urgentUntil: z.string().nullable(),
  secrecy: z.literal('normal'),
  references: z.array(reference),
  citedDocuments: z.array(
    named('citedDocument', {
      title: fact(z.string()),
      date: fact(isoDate).nullable(),
      note: z.string().nullable(),
      url: url.nullable(),
    }),
  ),
  signatory: named('signatory', {
    name: fact(z.string()).nullable(),
    post: z.string(),
    onBehalfOf: z.string().nullable(),
  }).nullable(),
  contact: named('contact', {
    unit: z.string(),
    group: z.string().nullable(),
    phones: z.array(fact(z.string())),
    email: z.string().nullable(),
    website: z.string().nullable(),
  }).nullable(),
};

const period = named('period', { from: isoDay.nullable(), to: isoDay.nullable() });

const claim = named('claim', { key: z.string(), label: z.string(), value: period });

const inEveryCircular = {
  id: z.string(),
  year: z.int(),
  url,
  data: url,
  title: z.string(),
  summary: z.string(),
  system: z.string().nullable(),
  needsCheck: z.boolean(),
  sample: z.boolean(),
  published: isoDay,
};

/** One circular in a list. */
export const circularSummary = named('circularSummary', {
  ...inEveryCircular,
  issuer: z.string(),
  number: z.string().nullable(),
  date: isoDate.nullable(),
  force: z.enum(FORCE_STATUSES),
});

/** A page of a list, with the addresses of the others. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  named('page', {
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    next: url.nullable(),
    previous: url.nullable(),
    licence: url,
    asOf: isoDay,
    items: z.array(item),
  });

const coveringLetter = named('coveringLetter', {
  key: z.string(),
  passesOn: z.string(),
  ...letterFields,
  cites: named('citation', citation).nullable(),
  claims: z.array(claim),
  attachments: z.array(attachment),
  download: z.string().nullable(),
  differences: z.array(
    named('difference', { what: z.string(), here: z.string(), original: z.string() }),
  ),
});

/** The fields by which the file is an oEmbed 1.0 answer as well (its title is the circular's). */
const oembed = {
  type: z.literal('rich'),
  version: z.literal('1.0'),
  html: z.string(),
  width: z.int(),
  height: z.int(),
  cache_age: z.int(),
  provider_name: z.string(),
  provider_url: url,
};

/** Everything that the page of a circular knows, doubts included. */
export const circularData = named('circular', {
  ...inEveryCircular,
  letter: named('letter', letterFields),
  letterFile: letterFile.nullable(),
  attachments: z.array(attachment),
  attachmentsBy: z.string().nullable(),
  force: named('force', {
    status: z.enum(FORCE_STATUSES),
    by: url.nullable(),
    since: isoDate.nullable(),
    recorded: isoDay.nullable(),
    note: z.string().nullable(),
  }),
  cancels: z.array(reference),
  actions: z.array(
    named('action', {
      key: z.string().nullable(),
      role: z.enum(ACTION_ROLES),
      what: z.string(),
      deadline: fact(isoDay).nullable(),
      window: period.nullable(),
      every: z.string().nullable(),
      due: openDueDay.nullable(),
      revision: z.int(),
      cancelled: z.boolean(),
      source: z.string(),
    }),
  ),
  claims: z.array(claim),
  coveringLetters: z.array(coveringLetter),
  tracking: url,
  changes: z.array(named('change', { date: isoDay, note: z.string(), major: z.boolean() })),
  licence: url,
  source: z.string(),
  asOf: isoDay,
  ...oembed,
});

/** One movement: a row of movements.csv, column by column. */
const movement = named('movement', {
  no: z.int().min(1),
  kind: z.enum(MOVEMENT_KINDS),
  office: z.string(),
  date: isoDate.nullable(),
  time: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .nullable(),
  number: z.string().nullable(),
  desk: z.string().nullable(),
  to: z.array(z.string()),
  read: z.string().nullable(),
  doubt: z.array(
    named('movementDoubt', {
      column: z.enum(DOUBTFUL_COLUMNS),
      kind: z.enum(MOVEMENT_DOUBTS),
    }),
  ),
  source: z.string(),
  corrects: z.int().min(1).nullable(),
  note: z.string().nullable(),
} satisfies Record<MovementColumn, z.ZodType>);

/** The movements that were reported of one circular. An office that is not named is one without record. */
export const trackingData = named('tracking', {
  circular: url,
  licence: url,
  asOf: isoDay,
  sample: z.boolean(),
  movements: z.array(movement),
});

/** A page of another kind: manual, FAQ, news, change log, law, form. */
export const documentSummary = named('document', {
  kind: z.string(),
  slug: z.string(),
  url,
  title: z.string(),
  summary: z.string(),
  system: z.string().nullable(),
  sample: z.boolean(),
  published: isoDay,
  changed: isoDay,
  sources: z.array(url),
});

/** One change of the portal's content. */
export const contentChange = named('contentChange', {
  date: isoDay,
  url,
  kind: z.string(),
  title: z.string(),
  change: z.enum(PAGE_EVENT_KINDS),
  note: z.string().nullable(),
});

/** An office of the registry. */
export const officeData = named('office', {
  id: z.string(),
  type: z.enum(OFFICE_TYPES),
  level: z.enum(LETTER_LEVELS),
  name: z.string(),
  nameEn: z.string().nullable(),
  parent: z.string().nullable(),
  province: z.string().nullable(),
  districts: z.array(z.string()),
  prefix: z.string().nullable(),
  from: isoDay.nullable(),
  until: isoDay.nullable(),
  successor: z.string().nullable(),
  source: z.string(),
});

/** A list without pages. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  named('list', { licence: url, asOf: isoDay, items: z.array(item) });

/** A feed in its three formats. */
export const feedData = named('feed', { title: z.string(), rss: url, atom: url, json: url });

/** What the open data hold, with the address of each part. */
export const openDataIndex = named('index', {
  name: z.string(),
  licence: url,
  asOf: isoDay,
  openapi: url,
  dictionary: url,
  circulars: z.array(named('yearIndex', { year: z.int(), total: z.int(), url })),
  documents: z.array(named('kindIndex', { kind: z.string(), total: z.int(), url })),
  offices: url,
  changes: z.array(named('monthIndex', { month: z.string(), total: z.int(), url })),
  feeds: url,
  figures: url.optional(),
  tables: z.array(url),
});
