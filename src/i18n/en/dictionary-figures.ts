/** Names of the shapes of grants and finance in the open data. */
export const FIGURE_SHAPES = {
  transfer: 'one transfer of a grant to one authority',
  financeReport:
    'what one authority reported of one month; one that is not in the list has no record',
  financeAmount: 'amount of one category',
  figureFile: 'file of grants or finance',
};

/** What their fields mean. */
export const FIGURE_FIELDS = {
  transfer: {
    fiscalYear: 'fiscal year of the Buddhist era',
    transfer: 'what the letter calls the transfer',
    grantType: 'name of the grant',
    period: 'part of the year that it is for, as the letter says it',
    office: 'id of the authority',
    amount: 'baht with both decimals, as text so that nothing is rounded',
    date: 'day of the transfer',
    letterNumber: 'number of the letter that announced it',
    source: 'where it comes from',
  },
  financeReport: {
    office: 'id of the authority',
    month: 'month, YYYY-MM, Gregorian',
    asOf: 'day whose state it gives',
    source: 'where it comes from',
    amounts: 'amounts by category; of a category that is not there nothing was reported',
  },
  financeAmount: {
    side: 'revenue or expenditure',
    category: 'category of the regulation on budgeting: see docs/figures.md',
    amount: 'amount of that month in baht; negative where it corrects earlier months',
  },
  figureFile: {
    kind: 'grants or finance',
    fiscalYear: 'fiscal year of the Buddhist era',
    province: 'id of the province',
    total: 'items in the file',
    url: 'address of the JSON file',
    csv: 'address of the CSV file',
  },
};
