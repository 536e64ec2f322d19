/** What an engine found: how many rows break a rule, and satang by province, month and category. */
export interface Sums {
  readonly problems: number;
  readonly sums: Readonly<Record<string, string>>;
}
