import { getCirculars } from '../content.ts';
import { getDocumentSections } from '../frame.ts';
import { getChangesByMonth } from './changes.ts';
import { getFigureIndex } from './figures.ts';

/** Values of the parameters in paths of the open data that together name files that there are. */
export const getExamples = async () => {
  const [year, id] = (await getCirculars())[0]?.id.split('/') ?? [];
  const [month] = await getChangesByMonth();
  const figures = await getFigureIndex();
  // A file of finance that has one of grants beside it, so that both paths can be filled in.
  const isOfGrants = ({ fiscalYear, province }: (typeof figures)[number]) =>
    figures.some(
      (one) => one.kind === 'grants' && one.fiscalYear === fiscalYear && one.province === province,
    );
  const file = figures.find((one) => one.kind === 'finance' && isOfGrants(one)) ?? figures[0];
  return {
    year,
    id,
    page: '1',
    kind: (await getDocumentSections())[0],
    month: month?.month,
    fiscalYear: file && String(file.fiscalYear),
    province: file?.province,
  };
};
