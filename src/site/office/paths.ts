import type { Office } from '#core/office/office.ts';
import { keptPath } from '../kept-path.ts';
import { getOffices, officeAddress } from '../offices.ts';
import { getRecordsOf, isLong } from './known.ts';
import { getOfficePage, getOfficeYearPages } from './page.ts';

const FOLDER = '/offices/';

const pathOf = (address: string): string => address.slice(FOLDER.length, -1);

/** The offices that have a page, each with its address. */
const getAddressed = async (): Promise<{ readonly office: Office; readonly address: string }[]> =>
  [...(await getOffices()).values()].flatMap((office) => {
    const address = officeAddress(office);
    return address === undefined ? [] : [{ office, address }];
  });

/** Every page of a province or district for `getStaticPaths`. */
export const getOfficePaths = async () => {
  const paths = [];
  for (const { office, address } of await getAddressed()) {
    paths.push(await keptPath({ office: pathOf(address) }, () => getOfficePage(office, address)));
  }
  return paths;
};

/** Every page of a year of an office for `getStaticPaths`. */
export const getOfficeYearPaths = async () => {
  const paths = [];
  for (const { office, address } of await getAddressed()) {
    if (!isLong(await getRecordsOf(office.id))) continue;
    for (const { path, key, make } of await getOfficeYearPages(office, address)) {
      paths.push({ params: { list: pathOf(path) }, props: { make }, cacheKey: key });
    }
  }
  return paths;
};
