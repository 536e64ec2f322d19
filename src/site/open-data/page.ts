import {
  columnsOf,
  FIGURE_TABLES,
  type FigureTable,
  RESOURCES,
  TABLES,
  type Table,
} from '#output/open-data/resources.ts';
import { messages } from '../i18n.ts';
import { LICENCE } from './context.ts';
import { viewDictionary } from './dictionary.ts';
import { getExamples } from './examples.ts';

const t = messages.openData;

/** A path with its parameters filled in by a file that there is; null where there is none. */
const fill = (
  path: string,
  values: Readonly<Record<string, string | undefined>>,
): string | null => {
  let complete = true;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    complete &&= value !== undefined;
    return value ?? '';
  });
  return complete ? filled : null;
};

/** Everything that the page about the open data shows. */
export const getOpenData = async () => {
  const values = await getExamples();
  return {
    head: { title: t.title, lead: t.lead, crumbs: [{ href: '/', label: messages.site.home }] },
    licence: LICENCE,
    resources: Object.entries(RESOURCES).map(([name, { path }]) => ({
      path,
      text: t.files.resource[name as keyof typeof RESOURCES],
      example: fill(path, values),
    })),
    tables: [
      ...Object.entries(TABLES).map(([name, { path }]) => ({
        path,
        text: t.files.table[name as Table],
        columns: columnsOf(name as Table),
        example: path,
      })),
      ...Object.entries(FIGURE_TABLES).map(([name, { path, columns }]) => ({
        path,
        text: t.files.figureTable[name as FigureTable],
        columns,
        example: fill(path, values),
      })),
    ],
    sections: viewDictionary(),
  };
};

export type OpenDataPage = Awaited<ReturnType<typeof getOpenData>>;
