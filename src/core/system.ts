const NAMES = {
  elaas: 'e-LAAS',
  'new-elaas': 'New e-LAAS',
  'km-elaas': 'KM e-LAAS',
} as const satisfies Readonly<Record<string, string>>;

/** Keys of the information systems that pages may be about; another one is added here, with its name. */
export const SYSTEMS = Object.keys(NAMES) as readonly (keyof typeof NAMES)[];
export type SystemKey = keyof typeof NAMES;

/** Name of an information system by its key, the same in every language; the key itself where it has no other name. */
export const systemName = (key: string): string =>
  (NAMES as Readonly<Record<string, string>>)[key] ?? key;
