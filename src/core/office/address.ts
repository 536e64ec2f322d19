import { isOfBangkok, type Office } from './office.ts';

/** Address of the page of an office; undefined where it has none. Provinces and districts have, Bangkok's aside. */
export const officeAddress = (
  office: Pick<Office, 'id' | 'type' | 'province'>,
): string | undefined => {
  if (isOfBangkok(office)) return undefined;
  if (office.type === 'province') return `/offices/${office.id}/`;
  return office.type === 'district' ? `/offices/${office.province}/${office.id}/` : undefined;
};
