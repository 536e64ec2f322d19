import { z } from 'zod';
import { LIMITS } from '#core/check/limits.ts';
import { parseIsoDate } from '#core/letter/date.ts';
import {
  ADDRESSEE_GROUPS,
  type AnyReference,
  type Attachment,
  LETTER_LEVELS,
  type Letter,
  SECRECIES,
  URGENCIES,
  WITHDRAWAL_REASONS,
  withdrawnExample,
} from '#core/letter/letter.ts';
import { type LetterFile, MOST_SEEN, type SeenOnSheet } from '#core/letter/letter-file.ts';
import { fact, isoDate, isoDay, letterNumber } from './fact.ts';
import { matching, refusal } from './refusal.ts';

/** Text of one line that says something. */
export const line = z
  .string()
  .trim()
  .min(1)
  .max(LIMITS.line, { abort: true })
  .refine(
    (text) => !text.includes('\n'),
    refusal('the text has several lines', 'Write it on one line; details belong in the body.'),
  );

const OFFICE_ID = /^(?:[a-z]{2,12}|p\d{2}|d\d{4}|a\d{3,8})$/;

/** Id of an office in content/registry: `dla`, `p50`, `d5009`, `a110050`. */
export const officeId = matching(OFFICE_ID, {
  is: 'is not an office id',
  fix: 'Write dla or moi, p50 for a province, d5009 for a district, a110050 for an authority.',
});

/** Path of a record of the portal, without slashes at its ends: `laws/<slug>`. */
export const recordPath = matching(/^[a-z]+(?:\/[a-z0-9-]+)+$/, {
  is: 'is not the path of a record',
  fix: 'Write circulars/<B.E. year>/<id> or laws/<slug>, without slashes at the ends.',
});

const addressee = z.strictObject({
  text: line,
  group: z.enum(ADDRESSEE_GROUPS).optional(),
  office: officeId.optional(),
});

const secrecy = z.enum(SECRECIES).pipe(
  z.custom<'normal'>((value) => value === 'normal', {
    error: (issue) => `a letter of secrecy "${String(issue.input)}" must never be published`,
    params: {
      why: 'Only letters of secrecy normal (ปกติ) may be on the portal or in its repository.',
      fix: 'Take the letter and all its files out of content, and out of the history of the repository.',
    },
  }),
);

const referenceFields = {
  issuer: officeId.optional(),
  number: fact(letterNumber),
  date: fact(isoDate),
  subject: line.optional(),
  urgency: fact(z.enum(URGENCIES)).optional(),
  note: line.optional(),
};

const recordFields = { record: recordPath.optional(), external: z.literal(true).optional() };

const namesItsRecord = (reference: { record?: string | undefined; external?: true | undefined }) =>
  (reference.record === undefined) === (reference.external === true);

const RECORD_OR_EXTERNAL = refusal(
  'a reference names its record, or is marked "external: true"; not both, not neither',
  'Add "record: laws/<slug>" where the portal has the letter, else "external: true".',
);

/** A letter that another one cancels. */
export const letterReference = z
  .strictObject({ ...referenceFields, ...recordFields })
  .refine(namesItsRecord, RECORD_OR_EXTERNAL);

const ONLY_OF_LETTERS = ['issuer', 'number', 'subject', 'urgency'] as const;

/** อ้างถึง: a letter by its number and date, or what is no letter, such as a regulation, by its title; its type is what the refinement says. */
export const reference = z
  .strictObject({
    ...referenceFields,
    number: referenceFields.number.optional(),
    date: referenceFields.date.optional(),
    title: fact(line).optional(),
    ...recordFields,
  })
  .refine(namesItsRecord, RECORD_OR_EXTERNAL)
  .superRefine((reference, context) => {
    const fault = (field: string, text: ReturnType<typeof refusal>) =>
      context.addIssue({ code: 'custom', path: [field], ...text });
    if (reference.title !== undefined) {
      for (const field of ONLY_OF_LETTERS) {
        if (reference[field] === undefined) continue;
        fault(
          field,
          refusal(
            'a reference with a title is to what is no letter, and has no such field',
            'Remove "title" where it is a letter, else this field.',
            'A law or an order is known by its title; only letters have numbers by which they are found.',
          ),
        );
      }
      return;
    }
    for (const field of ['number', 'date'] as const) {
      if (reference[field] !== undefined) continue;
      fault(
        field,
        refusal(
          'a reference has the number and the date of a letter, or the title of what is no letter',
          'Write "number" and "date"; of a law, a regulation or an order write "title" as the letter names it.',
        ),
      );
    }
  }) as unknown as z.ZodType<AnyReference>;

/** How a covering letter cites the letter that it passes on: a letter of the same chain, so without a record. */
export const citation = z.strictObject(referenceFields);

/** `2025-04-22` or `2025-04-22T16:30`, a day of the calendar and a time of the clock. */
const isLocalTime = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d)?$/.test(text) &&
  parseIsoDate(text.slice(0, 10)) !== null;

/** Address of a page of the web, to which readers are led: nothing that a browser would run. */
export const webAddress = z.url({ protocol: /^https?$/ });

const contact = z.strictObject({
  unit: line,
  group: line.optional(),
  phones: z.array(fact(line)).default([]),
  email: z.email().optional(),
  website: webAddress.optional(),
});

const signatory = z.strictObject({
  name: fact(line).optional(),
  post: line,
  onBehalfOf: line.optional(),
});

const urgentUntil = z.string().refine(isLocalTime, {
  error: (issue) => `"${String(issue.input)}" is not a day or a time of a day`,
  params: { fix: 'Write YYYY-MM-DD or YYYY-MM-DDThh:mm, in the Gregorian calendar.' },
});

/** The fields that are on the face of any letter, original or covering. */
export const letterFields = {
  level: z.enum(LETTER_LEVELS),
  issuer: officeId,
  number: fact(letterNumber),
  date: fact(isoDate),
  subject: fact(line),
  to: z.array(addressee).min(1),
  urgency: fact(z.enum(URGENCIES)).optional(),
  urgentUntil: urgentUntil.optional(),
  secrecy,
  references: z.array(reference).default([]),
  signatory: signatory.optional(),
  contact: contact.optional(),
};

export const letter: z.ZodType<Letter> = z.strictObject(letterFields);

/** Name of a file that becomes part of an address. */
export const fileName = matching(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, {
  is: 'is not a plain file name',
  why: 'The name becomes part of an address that people copy, print and read out.',
  fix: 'Rename the file with Latin letters, digits, dots, hyphens and underscores only.',
});

const sha256 = matching(/^[0-9a-f]{64}$/, {
  is: 'is not a SHA-256',
  fix: 'Write 64 lower-case hexadecimal digits, as sha256sum prints them.',
});

/** A file that was taken off the portal: the name that it had, the day, and why. */
const withdrawal = z.strictObject({
  file: fileName,
  date: isoDay,
  reason: z.enum(WITHDRAWAL_REASONS),
  note: line.optional(),
});

/** What an attachment has of the three that say where its file is; exactly one is right. */
const whereabouts = (item: object): number =>
  ['file', 'missing', 'withdrawn'].filter((name) => name in item).length;

export const attachment: z.ZodType<Attachment> = z
  .strictObject({
    title: line,
    copies: z.int().positive().optional(),
    file: fileName.optional(),
    size: z.int().positive().optional(),
    sha256: sha256.optional(),
    date: isoDate.optional(),
    version: line.optional(),
    replacedBy: z.string().optional(),
    missing: line.optional(),
    withdrawn: withdrawal.optional(),
    keepMetadata: z.literal(true).optional(),
  })
  .refine(
    (item) => whereabouts(item) === 1,
    refusal(
      'an attachment has a "file", or says under "missing" why the portal does not have it',
      `Keep one of the two fields; for a file that was taken off, write ${withdrawnExample()} instead.`,
    ),
  )
  .refine(
    (item) => item.withdrawn === undefined || item.size === undefined,
    refusal(
      'an attachment that was withdrawn has no file, so no "size" either',
      'Remove the field. Keep "sha256": by it the portal tells a person who has the file that it was withdrawn.',
    ),
  )
  .refine(
    (item) => item.file === undefined || (item.size !== undefined && item.sha256 !== undefined),
    refusal(
      'an attachment with a file needs its "size" and "sha256"',
      'Add the size in bytes and what sha256sum prints.',
      'Readers compare them with their own copy.',
    ),
  );

const pdfName = matching(/^[A-Za-z0-9][A-Za-z0-9._-]*\.pdf$/i, {
  is: 'is not the name of a PDF',
  why: "The letter's own file is shown page by page, and its name becomes part of an address.",
  fix: 'Save or scan the letter as a PDF; name it with Latin letters, digits, dots, hyphens and underscores only.',
});

const thousandths = z.int().min(0).max(1000);

/** Where a field stands on a page of the letter's own file, in thousandths of its sides. */
const seenOnSheet: z.ZodType<SeenOnSheet> = z
  .strictObject({
    field: z.string().min(1).max(LIMITS.line),
    sheet: z.int().positive(),
    box: z.tuple([thousandths, thousandths, thousandths, thousandths]),
  })
  .refine(
    ({ box: [left, top, right, bottom] }) => left < right && top < bottom,
    refusal(
      'the place of a field has no inside',
      'Write left, top, right and bottom in thousandths of the page, or remove the entry.',
    ),
  );

/** The letter itself as a PDF: `npm run ingest -- --keep-file` writes these fields, the check compares them with the file. */
export const letterFile: z.ZodType<LetterFile> = z
  .strictObject({
    file: pdfName.optional(),
    size: z.int().positive().optional(),
    sha256: sha256.optional(),
    sheets: z.int().positive().optional(),
    seen: z.array(seenOnSheet).max(MOST_SEEN).optional(),
    withdrawn: withdrawal.optional(),
    keepMetadata: z.literal(true).optional(),
  })
  .refine(
    ({ file, withdrawn }) => (file === undefined) !== (withdrawn === undefined),
    refusal(
      `the letter's own file has a "file", or was "withdrawn"; not both, not neither`,
      `Keep one of the two; for a file that was taken off write ${withdrawnExample()}. Remove "letterFile" where there never was one.`,
    ),
  )
  .refine(
    ({ file, size, sha256, sheets }) =>
      [size, sheets].every((one) => (one !== undefined) === (file !== undefined)) &&
      (file === undefined || sha256 !== undefined),
    refusal(
      `"size", "sha256" and "sheets" go with the "file" of the letter`,
      'Write all three beside "file": size in bytes, what sha256sum prints, number of pages; beside "withdrawn" keep "sha256" only.',
      'Readers compare them with their own copy.',
    ),
  );
