import type { Problem } from '#core/problem.ts';
import {
  type AttachmentFields,
  type Content,
  type ContentFile,
  type ContentRecord,
  problemAt,
  type Rule,
  type SourceFile,
} from '../content.ts';

const NAMES = { person: 'a person', place: 'a place', device: 'a device' } as const;
const MOST_NAMED = 4;

/** Where a file is listed, and whether it is to keep what it says of itself. */
interface Listing {
  readonly source: SourceFile;
  readonly field: readonly (string | number)[];
  readonly keeps: boolean;
}

const listingsOf = ({ source, fields, coveringLetters, folder }: ContentRecord) => {
  const listings: (readonly [string, Listing])[] = [];
  const add = (
    from: SourceFile,
    field: Listing['field'],
    { file, keepMetadata }: Pick<AttachmentFields, 'file' | 'keepMetadata'>,
  ): void => {
    if (file === undefined) return;
    listings.push([`${folder}/${file}`, { source: from, field, keeps: keepMetadata === true }]);
  };
  if (fields.letterFile) add(source, ['letterFile'], fields.letterFile);
  for (const [at, one] of (fields.attachments ?? []).entries()) {
    if (one) add(source, ['attachments', at], one);
  }
  for (const [at, letter] of (coveringLetters?.letters ?? []).entries()) {
    for (const [index, one] of (letter?.attachments ?? []).entries()) {
      if (one && coveringLetters) add(coveringLetters.source, [at, 'attachments', index], one);
    }
  }
  return listings;
};

const what = ({ metadata = [] }: ContentFile): string => {
  const kinds = [...new Set(metadata.map(({ names }) => NAMES[names]))].join(' and ');
  const named = metadata.slice(0, MOST_NAMED).map(({ property }) => property);
  const more = metadata.length > named.length ? `, and ${metadata.length - named.length} more` : '';
  return `its metadata names ${kinds} (${named.join(', ')}${more})`;
};

const problem = (file: ContentFile, listing: Listing | undefined): Problem => {
  const said = {
    what: what(file),
    why: 'A file is published byte for byte, with all that it says of who made it, where and with what.',
    fix: `Run "npm run clean-file -- ${file.path}"${
      listing
        ? ', or write "keepMetadata: true" beside "file" where it is meant to be published'
        : ''
    }.`,
  };
  if (listing === undefined) return { file: file.path, ...said };
  const { what: named, ...rest } = said;
  return problemAt(listing.source, [...listing.field, 'file'], {
    what: `${file.path.slice(file.path.lastIndexOf('/') + 1)}: ${named}`,
    ...rest,
  });
};

/** No file says who wrote it, where it was made or with whose device, unless its entry says that this is meant. */
export const metadata: Rule = function* ({ files, records }: Content) {
  const naming = files.filter((file) => (file.metadata ?? []).length > 0);
  if (naming.length === 0) return;
  const listings = new Map(records.flatMap(listingsOf));
  for (const file of naming) {
    const listing = listings.get(file.path);
    if (!listing?.keeps) yield problem(file, listing);
  }
};
