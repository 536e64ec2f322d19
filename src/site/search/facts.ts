import { buddhistYear } from '#core/letter/date.ts';
import { type Fact, needsCheck, possibleValues } from '#core/letter/fact.ts';
import type { Office } from '#core/office/office.ts';
import { ANSWERS_META, writeAnswers } from '#core/search/answers.ts';
import { NUMBER_DOUBT_META } from '#core/search/number-doubt.ts';
import { numberLine } from '#core/share/share-text.ts';
import { systemName } from '#core/system.ts';
import type { CircularEntry, DocumentEntry } from '../content.ts';
import { messages } from '../i18n.ts';
import { getOffices, officeName } from '../offices.ts';
import { answersOf, getRecords } from '../records.ts';
import { codeOf } from '../short-link/code-view.ts';

type Named = readonly [name: string, value: string];

/** What search has to know of a page: values that results show or that make the page's identity, and filters. */
export interface SearchFacts {
  readonly meta: readonly Named[];
  readonly filters: readonly Named[];
  /** Values by which clients of the search can order pages. */
  readonly sorts?: readonly Named[];
}

interface Dated {
  readonly number?: Fact<string> | undefined;
  readonly date?: Fact<string> | undefined;
}

/** Every value that a fact may have: any of them may be what a reader has in hand. */
const foundBy = (fact: Fact<string> | undefined): Named[] =>
  (fact ? possibleValues(fact) : []).map((value) => ['identity', value]);

const ownFact = (name: 'number' | 'date', fact: Fact<string> | undefined): Named[] =>
  fact === undefined || needsCheck(fact) ? foundBy(fact) : [[name, fact.value as string]];

/** Number and date of the letter of a page. Results show what is certain; a number in doubt with all that was read. */
const identitiesOf = ({ number, date }: Dated): Named[] => [
  ...ownFact('number', number),
  ...ownFact('date', date),
  ...(number && needsCheck(number)
    ? [[NUMBER_DOUBT_META, numberLine(number, messages.share.lines)] as const]
    : []),
];

const yearOf = (date: string | null): Named[] =>
  date === null ? [] : [['year', String(buddhistYear(date))]];

const forceFacts = (status: keyof typeof messages.force.status): SearchFacts => ({
  meta: [
    ['force', status],
    ['forceLabel', messages.force.status[status]],
  ],
  filters: [['force', messages.force.status[status]]],
});

/** That a page is made up, which results say. */
const sampleFact = (sample: boolean): Named[] =>
  sample ? [['sample', messages.sample.badge]] : [];

/** Facts of a circular: its short code, and the numbers and dates of its letter and of every letter under which it was passed on. */
export const getCircularFacts = async (entry: CircularEntry): Promise<SearchFacts> => {
  const offices = await getOffices();
  const { circular, coveringLetters } = entry.data;
  const { letter, system } = circular;
  const force = forceFacts(circular.force.status);
  const issuers = [letter, ...coveringLetters].map(({ issuer }) => issuer);
  const provinces = issuers.flatMap((id) => {
    const province = /^p\d\d$/.test(id) ? id : offices.get(id)?.province;
    return province ? [officeName(offices, province)] : [];
  });
  return {
    meta: [
      ...identitiesOf(letter),
      ['identity', await codeOf(entry)],
      ...coveringLetters.flatMap(({ number, date }) => [...foundBy(number), ...foundBy(date)]),
      ...force.meta,
      ['kind', messages.nav.circulars],
      ...sampleFact(circular.sample),
    ],
    filters: [
      ['kind', messages.nav.circulars],
      ...(system ? [['system', systemName(system)] as const] : []),
      ...yearOf(letter.date.value),
      ...force.filters,
      ['issuer', officeName(offices, letter.issuer)],
      ...[...new Set(provinces)].map((province): Named => ['province', province]),
    ],
    // Only what is sure: a doubtful date would put the letter at a place that may be wrong.
    sorts: letter.date.value === null ? [] : [['date', letter.date.value]],
  };
};

/** The forms and manuals that answer a question, for its results to lead to. */
const answerFacts = async (data: DocumentEntry['data']): Promise<Named[]> => {
  const { byPath } = await getRecords();
  const answers = answersOf(data).flatMap((path) => byPath.get(path) ?? []);
  return answers.length === 0 ? [] : [[ANSWERS_META, writeAnswers(answers)]];
};

/** Facts of a manual, question, change, news item, law or form. */
export const getDocumentFacts = async ({
  collection,
  data,
}: DocumentEntry): Promise<SearchFacts> => {
  const kind = messages.nav[collection];
  const force = 'force' in data ? forceFacts(data.force.status) : { meta: [], filters: [] };
  const identities = 'kind' in data ? identitiesOf(data) : [];
  return {
    meta: [
      ...identities,
      ...force.meta,
      ...(await answerFacts(data)),
      ['kind', kind],
      ...sampleFact(data.sample),
    ],
    filters: [
      ['kind', kind],
      ...(data.system ? [['system', systemName(data.system)] as const] : []),
      ...force.filters,
    ],
  };
};

const WEIGHT_BELOW_OTHERS: Named = ['weight', 'low'];

/** Facts of the page of a province or district: found by its name, and below the letters that name it. */
export const OFFICE_FACTS: SearchFacts = {
  meta: [['kind', messages.office.kind], WEIGHT_BELOW_OTHERS],
  filters: [['kind', messages.office.kind]],
};

/** Facts of the page on which an office is chosen. */
export const MY_FACTS: SearchFacts = {
  meta: [['kind', messages.office.kind]],
  filters: [['kind', messages.office.kind]],
};

/**
 * Facts of a page of figures, of the country (`province` null) or of a province. That of a province is below the letters that
 * name it; what is made up is said to be.
 */
export const figureFacts = (
  section: keyof typeof messages.figures.found,
  province: Pick<Office, 'name'> | null,
  sample: boolean,
): SearchFacts => {
  const kind = messages.figures.found[section];
  return {
    meta: [
      ['kind', kind],
      ...(sample ? [['sample', messages.figures.sample.badge] as const] : []),
      ...(province ? [WEIGHT_BELOW_OTHERS] : []),
    ],
    filters: [['kind', kind], ...(province ? [['province', province.name] as const] : [])],
  };
};

/** Whether a page ranks below others. */
export const isBelowOthers = ({ meta }: SearchFacts): boolean => meta.includes(WEIGHT_BELOW_OTHERS);
