import {
  AlignmentType,
  BorderStyle,
  BuilderElement,
  CheckBox,
  Document,
  Footer,
  Header,
  HeightRule,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { unzipSync, zipSync } from 'fflate';
import {
  type FormDesign,
  type FormField,
  type FormSection,
  SAMPLE_ADVICE,
  SAMPLE_MARK,
} from './forms.ts';

/** Word counts sizes of letters in half points. */
const POINT = 2;
const TEXT_SIZE = 15;
const CELL_MARGIN = { top: 50, bottom: 50, left: 110, right: 110 };
const LABEL_WIDTH = 3600;
const FIELD_WIDTH = 6038;
/** The fonts that Thai offices have; another takes their place where they are missing. */
const FONT = 'TH Sarabun New';
const INK = '1A1A1A';
const WARNING = '9C1C1C';
const PLACEHOLDER = '6B6B6B';

interface Words {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
}

const run = (text: string, { size = TEXT_SIZE, bold = false, color = INK }: Words = {}): TextRun =>
  new TextRun({
    text,
    color,
    bold,
    boldComplexScript: bold,
    size: size * POINT,
    sizeComplexScript: size * POINT,
    font: FONT,
    language: { value: 'th-TH', bidirectional: 'th-TH' },
  });

const attribute = (value: string) => ({ val: { key: 'w:val', value } });

/**
 * A plain-text content control, which a word processor lets people fill in. The library has none of its own but a
 * tick box. `name` is what screen readers and the properties window say.
 */
const textControl = (name: string, id: number, lines: number): ParagraphChild => {
  const properties = new BuilderElement({
    name: 'w:sdtPr',
    children: [
      new BuilderElement({
        name: 'w:rPr',
        children: [
          new BuilderElement({
            name: 'w:rFonts',
            attributes: {
              ascii: { key: 'w:ascii', value: FONT },
              hAnsi: { key: 'w:hAnsi', value: FONT },
              cs: { key: 'w:cs', value: FONT },
            },
          }),
          new BuilderElement({ name: 'w:sz', attributes: attribute(String(TEXT_SIZE * POINT)) }),
          new BuilderElement({ name: 'w:szCs', attributes: attribute(String(TEXT_SIZE * POINT)) }),
        ],
      }),
      new BuilderElement({ name: 'w:alias', attributes: attribute(name) }),
      new BuilderElement({ name: 'w:tag', attributes: attribute(`field-${id}`) }),
      new BuilderElement({ name: 'w:id', attributes: attribute(String(id)) }),
      new BuilderElement({ name: 'w:showingPlcHdr' }),
      new BuilderElement({
        name: 'w:text',
        attributes: { multiLine: { key: 'w:multiLine', value: lines > 1 ? '1' : '0' } },
      }),
    ],
  });
  const content = new BuilderElement({
    name: 'w:sdtContent',
    children: [run('กดเพื่อกรอก', { color: PLACEHOLDER })],
  });
  const control = new BuilderElement({ name: 'w:sdt', children: [properties, content] });
  return control as unknown as ParagraphChild;
};

const tickBox = (option: string): ParagraphChild[] => [
  new CheckBox({
    alias: option,
    checkedState: { value: '2612', font: 'MS Gothic' },
    uncheckedState: { value: '2610', font: 'MS Gothic' },
  }) as unknown as ParagraphChild,
  run(`\u00A0${option}    `),
];

const line = { style: BorderStyle.SINGLE, size: 4, color: '8A8A8A' };

const cell = (width: number, children: Paragraph[], shaded = false): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: CELL_MARGIN,
    borders: { top: line, bottom: line, left: line, right: line },
    ...(shaded ? { shading: { fill: 'F1F1EE' } } : {}),
    children,
  });

const LINE_HEIGHT = 400;

const filled = (field: FormField, id: number): Paragraph[] => {
  if ('tick' in field) return [new Paragraph({ children: field.options.flatMap(tickBox) })];
  if ('signature' in field) return [new Paragraph({ children: [run(' ')] })];
  return [new Paragraph({ children: [textControl(field.text, id, field.lines ?? 1)] })];
};

const fieldRow = (field: FormField, id: number): TableRow => {
  const label = 'text' in field ? field.text : 'tick' in field ? field.tick : field.signature;
  const lines = 'text' in field ? (field.lines ?? 1) : 'signature' in field ? 2 : 1;
  return new TableRow({
    cantSplit: true,
    height: { value: lines * LINE_HEIGHT, rule: HeightRule.ATLEAST },
    children: [
      cell(LABEL_WIDTH, [new Paragraph({ children: [run(label)] })], true),
      cell(FIELD_WIDTH, filled(field, id)),
    ],
  });
};

const sectionOf = (section: FormSection, number: number): (Paragraph | Table)[] => [
  new Paragraph({
    keepNext: true,
    spacing: { before: 160, after: 60 },
    children: [
      run(`${number}. ${section.heading}`, { size: 17, bold: true }),
      ...(section.note ? [run(`  ${section.note}`, { size: 13 })] : []),
    ],
  }),
  new Table({
    columnWidths: [LABEL_WIDTH, FIELD_WIDTH],
    width: { size: LABEL_WIDTH + FIELD_WIDTH, type: WidthType.DXA },
    rows: section.fields.map((field, at) => fieldRow(field, number * 100 + at + 1)),
  }),
];

const box = { style: BorderStyle.SINGLE, size: 12, color: WARNING, space: 4 };

const header = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        border: { top: box, bottom: box, left: box, right: box },
        children: [run(SAMPLE_MARK, { size: 17, bold: true, color: WARNING })],
      }),
    ],
  });

const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          run(`${SAMPLE_ADVICE}  หน้า `, { size: 12 }),
          new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: 12 * POINT }),
          run('/', { size: 12 }),
          new TextRun({ children: [PageNumber.TOTAL_PAGES], font: FONT, size: 12 * POINT }),
        ],
      }),
    ],
  });

/** A day long past: a ZIP archive must carry one, and the same form must always give the same bytes. */
const NO_DAY = new Date(1980, 0, 1);

const withoutTimes = (document: Uint8Array): Uint8Array => {
  const parts = unzipSync(document);
  const fixed = Object.keys(parts)
    .sort()
    .map((name): [string, Uint8Array] => {
      const bytes = parts[name] as Uint8Array;
      if (name !== 'docProps/core.xml') return [name, bytes];
      const text = new TextDecoder().decode(bytes);
      return [
        name,
        new TextEncoder().encode(
          text.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ''),
        ),
      ];
    });
  return zipSync(Object.fromEntries(fixed), { mtime: NO_DAY, level: 9 });
};

/** The form as a DOCX document with content controls; equal designs give equal bytes. */
export const formDocument = async (design: FormDesign): Promise<Uint8Array> => {
  const document = new Document({
    creator: 'Wian',
    lastModifiedBy: 'Wian',
    title: design.title,
    description: SAMPLE_MARK,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: TEXT_SIZE * POINT, sizeComplexScript: TEXT_SIZE * POINT },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1361, bottom: 1021, left: 1134, right: 1134, header: 510, footer: 454 },
          },
        },
        headers: { default: header() },
        footers: { default: footer() },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 120, after: 40 },
            children: [run(design.title, { size: 19, bold: true })],
          }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [run(design.sentTo, { size: 14 })],
          }),
          ...design.sections.flatMap((section, at) => sectionOf(section, at + 1)),
        ],
      },
    ],
  });
  return withoutTimes(new Uint8Array(await Packer.toBuffer(document)));
};
