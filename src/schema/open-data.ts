import { z } from 'zod';
import { FORCE_STATUSES } from '#core/force/force.ts';
import { ACTION_ROLES } from '#core/letter/circular.ts';
import { ADDRESSEE_GROUPS, LETTER_LEVELS, URGENCIES } from '#core/letter/letter.ts';

/*
 * The shapes of the open data, version 1. They are a promise to other offices' systems: within a version a field is
 * never removed, renamed or given another meaning; only optional fields are added.
 */

const isoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe('Gregorian date: YYYY-MM-DD, or YYYY-MM or YYYY where the rest cannot be read');
const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('Gregorian day: YYYY-MM-DD');
const url = z.url();

const fact = <Value extends z.ZodType>(value: Value) =>
  z
    .strictObject({
      value: value.nullable().describe('null where nothing is certain'),
      doubt: z
        .strictObject({
          kind: z.enum(['unclear', 'conflict', 'unreadable', 'cited']),
          readings: z.array(
            z.strictObject({
              read: z.string().describe('the text as it was read'),
              value: value.nullable(),
              source: z.string().describe('"letter", or the key of a covering letter'),
            }),
          ),
          note: z.string().nullable(),
        })
        .nullable()
        .describe(
          'what has to be compared with the original letter; null where nothing is in doubt',
        ),
    })
    .describe('A fact of a letter');

const citation = {
  issuer: z.string().nullable().describe('id of an office'),
  number: fact(z.string()),
  date: fact(isoDate),
  subject: z.string().nullable(),
  urgency: fact(z.enum(URGENCIES)).nullable(),
  note: z.string().nullable(),
};

const reference = z.strictObject({
  ...citation,
  url: url
    .nullable()
    .describe('page of the portal; null for a letter that the portal does not have'),
});

const letterFields = {
  level: z.enum(LETTER_LEVELS),
  issuer: z.string().describe('id of the issuing office'),
  number: fact(z.string().describe('canonical: "มท 0808.4/ว 2007"')),
  date: fact(isoDate),
  subject: fact(z.string()),
  to: z.array(
    z.strictObject({
      text: z.string(),
      group: z.enum(ADDRESSEE_GROUPS).nullable(),
      office: z.string().nullable(),
    }),
  ),
  urgency: fact(z.enum(URGENCIES)),
  urgentUntil: z
    .string()
    .nullable()
    .describe('day or local time in Thailand, where the letter states it'),
  secrecy: z.literal('normal'),
  references: z.array(reference),
  signatory: z
    .strictObject({
      name: fact(z.string()).nullable(),
      post: z.string(),
      onBehalfOf: z.string().nullable(),
    })
    .nullable(),
  contact: z
    .strictObject({
      unit: z.string(),
      group: z.string().nullable(),
      phones: z.array(fact(z.string())),
      email: z.string().nullable(),
      website: z.string().nullable(),
    })
    .nullable(),
};

const period = z.strictObject({ from: isoDay.nullable(), to: isoDay.nullable() });

const claim = z.strictObject({ key: z.string(), label: z.string(), value: period });

const attachment = z.strictObject({
  title: z.string(),
  copies: z.int().nullable(),
  url: url.nullable().describe('null where the portal does not have the file'),
  size: z.int().nullable().describe('bytes'),
  sha256: z.string().nullable(),
  date: isoDate.nullable(),
  version: z.string().nullable(),
  replacedBy: z.string().nullable().describe('file that takes its place'),
  missing: z.string().nullable().describe('why the portal does not have it'),
});

const provenance = {
  licence: url.describe('licence of the text that the portal wrote'),
  source: z.string().describe('copy from which the facts were read'),
  asOf: isoDay.describe('day that past and present are told by'),
};

/** One circular in a list. */
export const circularSummary = z.strictObject({
  id: z.string(),
  year: z.int().describe('B.E. calendar year'),
  url,
  data: url.describe('everything about the circular'),
  title: z.string(),
  summary: z.string(),
  system: z.string().nullable(),
  issuer: z.string(),
  number: z.string().nullable(),
  date: isoDate.nullable(),
  needsCheck: z.boolean().describe('number or date must be compared with the original letter'),
  force: z.enum(FORCE_STATUSES),
  sample: z.boolean().describe('made up, for trying things out'),
  published: isoDay,
});

/** A page of a list, with the way to the others. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    total: z.int(),
    page: z.int().describe('from 1'),
    pages: z.int(),
    next: url.nullable(),
    previous: url.nullable(),
    licence: url,
    asOf: isoDay,
    items: z.array(item),
  });

const coveringLetter = z.strictObject({
  key: z.string(),
  passesOn: z.string().describe('"letter", or the key of another covering letter'),
  ...letterFields,
  cites: z.strictObject(citation).nullable(),
  claims: z.array(claim),
  attachments: z.array(attachment),
  download: z.string().nullable(),
  differences: z.array(
    z.strictObject({ what: z.string(), here: z.string(), original: z.string() }),
  ),
});

/** Everything that the page of a circular knows, doubts included. */
export const circularData = z.strictObject({
  ...circularSummary.omit({ number: true, date: true, force: true, issuer: true }).shape,
  letter: z.strictObject(letterFields),
  attachments: z.array(attachment),
  attachmentsBy: z.string().nullable(),
  force: z.strictObject({
    status: z.enum(FORCE_STATUSES),
    by: url.nullable().describe('page of the letter that says so'),
    since: isoDate.nullable(),
    note: z.string().nullable(),
  }),
  cancels: z.array(reference),
  actions: z.array(
    z.strictObject({
      key: z.string().nullable(),
      role: z.enum(ACTION_ROLES),
      what: z.string(),
      deadline: fact(isoDay).nullable(),
      window: period.nullable(),
      every: z.string().nullable().describe('ISO 8601 duration'),
      revision: z.int(),
      cancelled: z.boolean(),
      source: z.string(),
    }),
  ),
  claims: z.array(claim),
  coveringLetters: z.array(coveringLetter),
  tracking: url.describe('movements of the circular'),
  changes: z.array(z.strictObject({ date: isoDay, note: z.string(), major: z.boolean() })),
  ...provenance,
});

/** The movements that were reported of one circular. An office that is not named is one without record. */
export const trackingData = z.strictObject({
  circular: url,
  licence: url,
  asOf: isoDay,
  sample: z.boolean(),
  movements: z.array(
    z
      .record(z.string(), z.string())
      .describe('columns of movements.csv, as documented in the data dictionary'),
  ),
});

/** A page of another kind: manual, FAQ, news, change log, law, form. */
export const documentSummary = z.strictObject({
  kind: z.string(),
  slug: z.string(),
  url,
  title: z.string(),
  summary: z.string(),
  system: z.string().nullable(),
  sample: z.boolean(),
  published: isoDay,
  changed: isoDay.describe('day of the last change, or of publication'),
  sources: z.array(url),
});

/** One change of the portal's content. */
export const contentChange = z.strictObject({
  date: isoDay,
  url,
  kind: z.string(),
  title: z.string(),
  change: z.enum(['published', 'minor', 'major']),
  note: z.string().nullable(),
});

/** An office of the registry. */
export const officeData = z.strictObject({
  id: z.string(),
  level: z.enum(LETTER_LEVELS),
  name: z.string(),
  parent: z.string().nullable().describe('id of the office above'),
});

/** A list without pages. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ licence: url, asOf: isoDay, items: z.array(item) });

/** A feed in its three formats. */
export const feedData = z.strictObject({
  title: z.string(),
  rss: url,
  atom: url,
  json: url,
});

/** What the open data hold, with the way to each part. */
export const openDataIndex = z.strictObject({
  name: z.string(),
  licence: url,
  asOf: isoDay,
  openapi: url,
  dictionary: url.describe('page that explains every field'),
  circulars: z.array(z.strictObject({ year: z.int(), total: z.int(), url })),
  documents: z.array(z.strictObject({ kind: z.string(), total: z.int(), url })),
  offices: url,
  changes: z.array(z.strictObject({ month: z.string(), total: z.int(), url })),
  feeds: url,
  tables: z.array(url).describe('the lists as CSV'),
});
