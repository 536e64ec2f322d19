import { strToU8, zipSync } from 'fflate';

/** A cell of a workbook that a test makes: text, or what XLSX writes of it. */
export type MadeCell = string | { readonly v: string | number; readonly s?: number } | null;

/** A sheet that a test makes. */
export interface MadeSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows: readonly (readonly MadeCell[])[];
  readonly merged?: readonly string[];
  /** Numbers of rows that it hides. */
  readonly hiddenRows?: readonly number[];
  /** Remarks by their cell. */
  readonly remarks?: Readonly<Record<string, string>>;
  /** Printed above each page, with the codes of fonts and places. */
  readonly header?: string;
}

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The formats of style 1, 2, … of {@link makeXlsx}; style 0 is General. */
export const FORMATS = [
  '[$-41E]d mmm bb',
  '[$-D07041E]d/m/bbbb',
  'hh:mm:ss',
  'd/m/yyyy h:mm',
  'mmm-yy',
  '0000',
  '0.00',
  'ว/ด/ปปปป',
  'm/d/yyyy',
] as const;

const cellXml = (cell: MadeCell, reference: string): string => {
  if (cell === null) return '';
  if (typeof cell === 'string')
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  return `<c r="${reference}" s="${cell.s ?? 0}"><v>${cell.v}</v></c>`;
};

const sheetXml = ({ rows, merged = [], hiddenRows = [], header }: MadeSheet): string => {
  const body = rows.map((cells, row) => {
    const own = cells.map((cell, at) => cellXml(cell, `${String.fromCharCode(65 + at)}${row + 1}`));
    const hidden = hiddenRows.includes(row + 1) ? ' hidden="1"' : '';
    return `<row r="${row + 1}"${hidden}>${own.join('')}</row>`;
  });
  const merges = merged.map((one) => `<mergeCell ref="${one}"/>`).join('');
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData>${merges ? `<mergeCells>${merges}</mergeCells>` : ''}${header ? `<headerFooter><oddHeader>${escapeXml(header)}</oddHeader></headerFooter>` : ''}</worksheet>`;
};

const relations = (all: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}">${all.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

const commentsXml = (remarks: Readonly<Record<string, string>>): string =>
  `${HEAD}<comments xmlns="${MAIN}"><commentList>${Object.entries(remarks)
    .map(([ref, text]) => `<comment ref="${ref}"><text><t>${escapeXml(text)}</t></text></comment>`)
    .join('')}</commentList></comments>`;

/** A workbook as Excel writes it, with the parts that registers need; `changes` replaces or adds parts. */
export const makeXlsx = (
  sheets: readonly MadeSheet[],
  {
    is1904 = false,
    changes = {},
  }: { is1904?: boolean; changes?: Readonly<Record<string, string>> } = {},
): Buffer => {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map(
        (_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const,
      ),
      ['rId900', 'styles', '/xl/styles.xml'],
    ]),
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${FORMATS.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${escapeXml(code)}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${FORMATS.map((_, at) => `<xf numFmtId="${170 + at}"/>`).join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`,
  };
  for (const [at, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet);
    if (!sheet.remarks) continue;
    parts[`xl/comments${at + 1}.xml`] = commentsXml(sheet.remarks);
    parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relations([
      ['rId1', 'comments', `../comments${at + 1}.xml`],
    ]);
  }
  const all = Object.entries({ ...parts, ...changes }).map(([name, text]) => [name, strToU8(text)]);
  return Buffer.from(zipSync(Object.fromEntries(all)));
};

/** A spreadsheet of the OpenDocument format around its tables. */
export const makeOds = (tables: string, styles = ''): Buffer =>
  Buffer.from(
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8(
        `${HEAD}<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
      ),
    }),
  );
