import type { TrackingTexts } from '../messages.ts';

/** Texts about how circulars travel. */
export const tracking: TrackingTexts = {
  asOf: (date, movements) => `As of ${date}, from ${movements} recorded movements`,
  noRecord: 'No record',
  coverage: {
    title: 'How far it has come',
    level: 'Level',
    listed: 'In the registry',
    reached: 'Recorded as received or passed on',
    addressed: 'A letter to it is recorded',
    note: 'No record means that nobody has reported yet, not that nothing was received.',
    ofCountry: (listed, total) => `${listed} of ${total} in the country`,
  },
  figures: {
    title: 'How long it took',
    office: 'Office',
    what: 'Span',
    length: 'Length',
    transit: 'On the way, from sent to received',
    desks: 'Between desks of the office',
    fromLastDesk: 'From the last desk until passed on',
    dwell: 'At the office, from received until passed on',
    runway: (last) => `Time left until ${last}`,
    days: (days) => `${days} days`,
    cited: 'a date is known only from a later letter; left out of sums',
    unclear: 'a date cannot be read; not counted',
    order: 'the dates are in an impossible order; not counted',
  },
  branches: {
    title: 'Whether every branch was passed it',
    name: {
      provinces: 'Provinces',
      districts: 'Districts',
      paos: 'Provincial administrative organisations',
      cities: 'City municipalities',
      towns: 'Town municipalities',
      special: 'Pattaya',
      'subdistrict-municipalities': 'Sub-district municipalities',
      saos: 'Sub-district administrative organisations',
    },
    group: 'addressed as a group',
    named: 'each addressed by name',
    partly: (missing) => `some addressed by name, no record of ${missing}`,
    none: 'no record of a letter',
  },
};
