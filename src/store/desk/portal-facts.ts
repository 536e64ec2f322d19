import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { indexLetters, type LetterIndex } from '#core/letter/number-index.ts';
import { isOfficeType, levelOfType, type Office } from '#core/office/office.ts';
import { buildRegistry, fullOfficeName, type Registry } from '#core/office/registry.ts';
import { findStaticFile } from '#store/portal/static-files.ts';

/** What the desk knows of the portal beside it, read from the open data that was built with it. */
export interface PortalFacts {
  /** Pages of letters by number. */
  readonly letters: LetterIndex;
  /** Offices that issued letters, by the path of the page. */
  readonly issuers: ReadonlyMap<string, string>;
  /** Offices of the portal. */
  readonly offices: Registry;
  /** The full name of an office, as letters write it; its id where the portal has none of that id. */
  readonly officeName: (id: string) => string;
}

type Row = Readonly<Record<string, string>>;

/** Rows of a table of open data; none where the portal was built without it. */
const readRows = async (path: string): Promise<readonly Row[]> => {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return parse(bytes, { columns: true, bom: true }) as Row[];
};

/** Offices in the table of open data; a row of a type that is not known here, as of a newer portal, is left out. */
const officesIn = (rows: readonly Row[]): Office[] =>
  rows.flatMap(
    ({ id = '', type = '', name = '', nameEn, province, districts = '', source = '' }) =>
      isOfficeType(type)
        ? [
            {
              id,
              type,
              level: levelOfType(type),
              name,
              nameEn: nameEn || undefined,
              province: province || undefined,
              districts: districts.split(';').filter(Boolean),
              source,
            },
          ]
        : [],
  );

const readFacts = async (folder: string): Promise<PortalFacts> => {
  const [circulars, offices] = await Promise.all([
    readRows(join(folder, 'api/v1/circulars.csv')),
    readRows(join(folder, 'api/v1/offices.csv')),
  ]);
  const pages = circulars.map(({ year, id, number, date, issuer }) => ({
    href: `/circulars/${year}/${id}/`,
    number: { value: number || null },
    date: { value: date || null },
    issuer: issuer ?? '',
  }));
  const registry = buildRegistry(officesIn(offices));
  return {
    letters: indexLetters(pages),
    issuers: new Map(pages.map(({ href, issuer }) => [href, issuer])),
    offices: registry,
    officeName: (id) => {
      const office = registry.byId.get(id);
      return office ? fullOfficeName(registry, office) : id;
    },
  };
};

/** Reads the facts of the portal in `dist`, anew for each portal that takes its place. */
export const portalFactsReader = (dist: string): (() => Promise<PortalFacts>) => {
  let read: { readonly from: string; readonly facts: Promise<PortalFacts> } | undefined;
  return async () => {
    const from = realpathSync.native(dist);
    if (read?.from !== from) {
      const facts = readFacts(from);
      read = { from, facts };
      facts.catch(() => {
        read = undefined;
      });
    }
    return read?.facts as Promise<PortalFacts>;
  };
};

const TITLE = /<title>([^<]*?)(?: - [^<]*)?<\/title>/;
const NAMED: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#38;': '&',
  '&amp;': '&',
};

/** The title of a page of the portal by its path, as `/faq/otp-where/`; null where there is no such page. */
export const portalPageTitle = async (dist: string, path: string): Promise<string | null> => {
  if (!path.endsWith('/') || path.length > 300) return null;
  const found = await findStaticFile(realpathSync.native(dist), path);
  if (found.kind !== 'file') return null;
  const title = TITLE.exec(await readFile(found.path, 'utf8'))?.[1];
  if (title === undefined) return null;
  return title.replaceAll(/&(?:lt|gt|quot|amp|#39|#38);/g, (one) => NAMED[one] ?? one);
};
