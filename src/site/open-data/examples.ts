import { getCirculars } from '../content.ts';
import { DOCUMENT_SECTIONS } from '../frame.ts';
import { getChangesByMonth } from './changes.ts';

/** Values of the parameters in paths of the open data that together name files that there are. */
export const getExamples = async () => {
  const [year, id] = (await getCirculars())[0]?.id.split('/') ?? [];
  const [month] = await getChangesByMonth();
  return { year, id, page: '1', kind: DOCUMENT_SECTIONS[0], month: month?.month };
};
