import type { NamingMetadata, TextPart } from '#core/check/content.ts';

/** What a file says of itself besides its content. */
export interface FileMetadata {
  readonly naming: readonly NamingMetadata[];
  /** Texts of all properties, to be searched like any other text. */
  readonly parts: readonly TextPart[];
}

export const NO_METADATA: FileMetadata = { naming: [], parts: [] };

// What programs write where nobody gave a name, and names of programs: no person is meant.
const NO_PERSON = new RegExp(
  '^(?:un-?named|unknown|author|ผู้เขียน|user|admin|administrator|owner|guest|pc|anonymous|none|n/?a|wian|' +
    '(?:microsoft office|windows|office) user|apache poi|python-docx|openpyxl|xlsxwriter|phpword|phpspreadsheet|docx|' +
    '(?:microsoft|libreoffice|openoffice|adobe|google|wps|canva|pdf-?lib|skia|chromium|ghostscript|acrobat|canon|epson|fuji|hp|ricoh|xerox|brother|kyocera|sharp|konica|toshiba)\\b.*)?$',
  'i',
);

/** Whether the value of a property for the name of somebody may be one; names of programs and devices are none. */
export const mayBePerson = (value: string): boolean => {
  const text = value.replace(/\0/g, '').trim();
  return /[\p{L}\p{N}]/u.test(text) && !NO_PERSON.test(text);
};

/** The same property counts once, however often a file has it. */
export const withoutRepeats = (all: readonly NamingMetadata[]): NamingMetadata[] => [
  ...new Map(all.map((one) => [`${one.names} ${one.property}`, one])).values(),
];

/** Several as one. */
export const joinMetadata = (all: readonly FileMetadata[]): FileMetadata => ({
  naming: withoutRepeats(all.flatMap(({ naming }) => naming)),
  parts: all.flatMap(({ parts }) => parts),
});

/** Metadata of a file within another, under its name there. */
export const metadataWithin = (name: string, { naming, parts }: FileMetadata): FileMetadata => ({
  naming: naming.map((one) => ({ ...one, property: `${one.property} of ${name}` })),
  parts: parts.map((part) => ({ ...part, place: `${name}: ${part.place}` })),
});

/** Parts that do not belong together stand on lines of their own, which no number goes over. */
export const PARTED = '\n|\n';
