/** A number of days in words: `1 day`, `12 days`. */
export const daysText = (days: number): string =>
  `${days} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
