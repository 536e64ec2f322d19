/** A number of bytes in the unit that is read most easily, rounded up where it is small: [`1.2`, `mega`]. */
export const sizeIn = (
  bytes: number,
): readonly [amount: string, unit: 'kilo' | 'mega' | 'giga'] => {
  const kilo = Math.ceil(bytes / 1e3);
  if (kilo < 1000) return [String(kilo), 'kilo'];
  return bytes < 999.95e6 ? [(bytes / 1e6).toFixed(1), 'mega'] : [(bytes / 1e9).toFixed(1), 'giga'];
};
