import { levelOfType, type Office, type OfficeType, parentOfOffice } from '../office.ts';

/** A made-up office with a name. What stands above it follows from where it lies. */
export const namedOffice = (
  id: string,
  type: OfficeType,
  name: string,
  province?: string,
  districts: string[] = [],
): Office => ({
  id,
  type,
  level: levelOfType(type),
  name,
  province,
  districts,
  parent: parentOfOffice(type, province, districts),
  source: 'made-up',
});

/** A made-up office where no name matters: its id stands for it. */
export const office = (
  id: string,
  type: OfficeType,
  province?: string,
  districts: string[] = [],
): Office => namedOffice(id, type, id, province, districts);
