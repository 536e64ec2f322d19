import type { MyTexts } from '../messages.ts';

/** Texts of the page that gathers what concerns one office. */
export const my: MyTexts = {
  title: 'My office',
  lead: 'Choose your office once, and see the circulars addressed to it, what has to be done, and by when.',
  link: 'Use as my office',
  home: 'See the circulars and deadlines of my office',
  noScript:
    'Choosing an office needs JavaScript, which this browser has turned off. The pages of provinces and districts are listed below.',
  choose: {
    title: 'Choose an office',
    label: 'Name of the office',
    submit: 'Find',
    again: 'Try again',
    hint: 'As you would write it in Thai: abbreviated, without tone marks, or followed by the district.',
    kept: 'The choice is kept in this browser only and sent nowhere.',
    provinces: 'Choose by province',
    provincesText:
      'If your authority is not found, choose its province, then its district and the type of authority.',
    said: {
      found: '{count} offices found',
      foundMore:
        '{count} offices found, the first {shown} are shown. Add the district or province to be more precise.',
      unlistedFound:
        'The registry does not list this authority yet. Choose the first: it has the circulars and deadlines of authorities of that kind in the area.',
      nothing:
        'The registry, which does not have all authorities yet, has no such name. Type the district instead, and choose the type of authority there.',
      working: 'Opening the data',
      failed: 'The data cannot be opened. Try again once there is a connection.',
      unknown:
        'The registry does not have the office of this link, or the one remembered. Choose one with the field.',
    },
  },
  types: {
    province: 'Province',
    district: 'District',
    pao: 'Provincial administrative organization',
    city: 'City municipality',
    town: 'Town municipality',
    special: 'Authority of a special form',
    'subdistrict-municipality': 'Sub-district municipality',
    sao: 'Sub-district administrative organization',
  },
  chosen: {
    change: 'Change the office',
    forget: 'Forget this office',
    keep: 'Remember this office instead',
    isKept: 'This browser remembers this office.',
    notKept: 'This browser remembers another office.',
    cannotKeep: 'This browser keeps nothing; use the link of this page instead.',
    unlisted: '{kind} in {area}',
    unlistedNote:
      'The registry does not list this authority yet: shown by type and area, without records of its own.',
    unlistedChoice: '{kind} not listed above',
    circularsCount:
      '{count} circulars should come to this area; shown are {shown}: the newest, and those with a deadline ahead.',
    noCirculars: 'There is no circular that should come to this office.',
    more: 'Show {count} more',
    way: 'How it came',
    self: 'This office',
    stopLabel: '{name}:',
    noRecordNote: 'No record means that nobody has reported, not that nothing was received.',
    general: 'General',
    inForce: 'In force, as recorded',
    unclear: 'Unknown, to be checked',
    notYet: 'Not begun',
    noBinding: 'None of the listed circulars is left standing.',
    noDuties: 'The listed circulars ask for nothing.',
    noContact: 'No letter on record says how to reach it.',
    noFeed: 'No feed yet, as no letter concerns it.',
    feedOf: 'Feed of {name}',
    page: 'Page of {name}',
    noFigures:
      'No transfers and no revenue or expenditure of this office are on record, which does not mean zero.',
    sampleFigures: 'Sample data',
    unit: 'Unit:',
    transfers: 'Newest grant transfers',
    months: 'Revenue and expenditure of the last 12 months, beside the year before',
    transferHeads: 'Date|Grant|Letter|Amount',
    monthHeads: 'Month|Revenue|Revenue a year before|Expenditure|Expenditure a year before',
    categories: 'By category, 12 months',
    categoryHeads: 'Category|Side|Amount',
    perHead: 'A head, 12 months (baht): revenue {revenue}, expenditure {expenditure}',
  },
  parts: {
    circulars: 'Circulars to this office',
    duties: 'What to do, by role',
    binding: 'What holds today, by topic',
    figures: 'Grants, revenue and expenditure',
    contact: 'Province and district: contact and feeds',
    within: 'Offices in the area',
    calendars: 'Calendars to subscribe to',
    toc: 'On this page',
  },
};
