const NAMES: Readonly<Record<string, string>> = {
  elaas: 'e-LAAS',
  'new-elaas': 'New e-LAAS',
  'km-elaas': 'KM e-LAAS',
};

/** Name of an information system by its key, the same in every language; the key itself where it has no other name. */
export const systemName = (key: string): string => NAMES[key] ?? key;
