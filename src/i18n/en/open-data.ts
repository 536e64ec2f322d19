import type { OpenDataTexts } from '../messages.ts';

/** Texts of the pages about the open data and of the change log, in English. */
export const openData: OpenDataTexts = {
  title: 'Open data',
  lead: 'Everything that Wian shows, as JSON and CSV for programs; no permission, no registration',
  use: {
    title: 'How to use it',
    start:
      'Begin with index.json, which leads to every other file. The OpenAPI 3.1 description lets you generate a client.',
    doubt:
      'A fact that must be compared with the original says so in its field doubt, with everything that was read. null means that nothing is known, not that there is nothing; an office without a movement is one without record, not one that did not receive the letter.',
    version:
      'Addresses under /api/v1/ stay. Within a version fields may be added; none is removed, renamed or given another meaning. Dates are Gregorian, ISO 8601.',
    openapi: 'OpenAPI description',
    index: 'Index of the data',
  },
  licence: {
    title: 'Licence and source',
    text: 'What Wian wrote may be used under Creative Commons Attribution 4.0: name Wian and the address of the page. Facts of official letters are free to use.',
    source:
      'Facts were read from the copy named in the field source. Copies are for finding letters: the original is with its issuer.',
    link: 'Creative Commons Attribution 4.0',
  },
  files: {
    title: 'Files',
    example: 'Example',
    tables: 'CSV tables',
    tablesText:
      'UTF-8, ready for a spreadsheet. Columns have the names of the fields in the dictionary, with licence and asOf at the end. An empty cell means that nothing is known; several values in one cell are parted by spaces.',
    changes: 'Change log of the content',
    feeds: 'Feeds and calendars',
    resource: {
      index: 'What there is',
      circulars: 'Circulars of a B.E. calendar year, newest first, in pages',
      circular: 'Everything the portal knows of one circular, doubts included',
      tracking: 'Movements reported of one circular',
      documents: 'Pages of another kind: manuals, faq, changelog, news, laws, forms',
      offices: 'Offices of the registry',
      changes: 'What changed on the portal in a month, newest first',
      figures: 'Every file of grants and finance, each as JSON and as CSV',
      grants: 'Transfers of grants to the authorities of a province in a fiscal year',
      finance: 'Revenue and expenditure that the authorities of a province reported, by month',
      feeds: 'Every feed',
    },
    table: {
      circulars: 'Every circular, one a line',
      documents: 'Every page of another kind, one a line',
      offices: 'Every office, one a line',
    },
    figureTable: {
      grants:
        'Transfers of grants to the authorities of a province in a fiscal year, one amount a line',
      finance:
        'Revenue and expenditure that the authorities of a province reported, one amount a line; reportedAsOf is the day of the report, which is asOf in JSON',
    },
  },
  dictionary: {
    title: 'Data dictionary',
    text: 'Every field of every file, in Thai and in English',
    jump: 'Go to a shape',
    type: {
      text: 'text',
      url: 'address (URL)',
      integer: 'whole number',
      boolean: 'true or false',
      date: 'date, as far as it can be read',
      day: 'day',
      value: 'value of the type in brackets',
      list: (of) => `list of ${of}`,
      nullable: (of) => `${of} or null`,
      choice: (values) => `one of ${values}`,
    },
  },
  changes: {
    title: 'Change log',
    lead: 'What Wian published and changed, day by day',
    monthTitle: (month) => `Change log of ${month}`,
    months: 'By month',
    kind: {
      published: 'Published',
      minor: 'Minor change',
      major: 'Major change',
      'attachment-withdrawn': 'File taken off',
      cancelled: 'Cancelled',
      superseded: 'Replaced',
      expired: 'Expired',
    },
    data: 'Data of this month (JSON)',
  },
};
