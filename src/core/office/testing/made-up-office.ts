import { levelOfType, type Office, type OfficeType, parentOfOffice } from '../office.ts';

/** A made-up office with a name. What is above it follows from its place. */
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

/** A made-up office where no name matters: its id is its name. */
export const office = (
  id: string,
  type: OfficeType,
  province?: string,
  districts: string[] = [],
): Office => namedOffice(id, type, id, province, districts);
