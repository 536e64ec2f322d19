import { getOffices, officeAddress } from '../offices.ts';
import { getOfficePage, getOfficeYearPages } from './page.ts';

const FOLDER = '/offices/';

const pathOf = (address: string): string => address.slice(FOLDER.length, -1);

/** Every page of a province or district for `getStaticPaths`. */
export const getOfficePaths = async () => {
  const paths = [];
  for (const office of (await getOffices()).values()) {
    const address = officeAddress(office);
    if (address === undefined) continue;
    const page = await getOfficePage(office, address);
    paths.push({
      params: { office: pathOf(address) },
      props: { page },
      cacheKey: JSON.stringify(page),
    });
  }
  return paths;
};

/** Every page of a year of an office for `getStaticPaths`. */
export const getOfficeYearPaths = async () => {
  const paths = [];
  for (const office of (await getOffices()).values()) {
    const address = officeAddress(office);
    if (address === undefined) continue;
    for (const page of await getOfficeYearPages(office, address)) {
      paths.push({
        params: { list: pathOf(page.path) },
        props: { page },
        cacheKey: JSON.stringify(page),
      });
    }
  }
  return paths;
};
