import { getCollection } from 'astro:content';
import { portalAddress } from '#core/address/portal-address.ts';
import type { Fact } from '#core/letter/fact.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import type { Operator } from '#core/operator/operator.ts';
import { reportMail } from '#core/operator/report-mail.ts';
import { messages } from './i18n.ts';
import { memoizePerBuild } from './memo.ts';

/** Who runs this copy; null where nobody does. */
export const getOperator = (): Promise<Operator | null> =>
  memoizePerBuild(
    'operator',
    async () => (await getCollection('operator'))[0]?.data.operator ?? null,
  );

const t = messages.operator;

/** A number for a mail: with everything that was read where it is in doubt. */
const numberText = ({ value, doubt }: Fact<string>): string | null => {
  if (!doubt) return value === null ? null : printLetterNumber(value);
  const readings = doubt.readings.map((one) =>
    one.value === null ? one.read : printLetterNumber(one.value),
  );
  return t.mail.unclear([...new Set(readings)].slice(0, 3).join(t.mail.or));
};

/** A page as somebody may report a mistake on it. */
export interface ReportablePage {
  readonly title: string;
  /** Path of the page; null where only the reader knows the address. */
  readonly path: string | null;
  /** Number of its letter. */
  readonly number?: Fact<string> | undefined;
}

/** What the foot of a page says about who runs the copy, and the address of the mail that reports a mistake. */
export const getOperatorFoot = async ({ title, path, number }: ReportablePage) => {
  const operator = await getOperator();
  if (operator === null) return null;
  const page = {
    title,
    url: path === null ? null : portalAddress(import.meta.env.SITE, path),
    number: number ? numberText(number) : null,
  };
  return { name: operator.name, report: reportMail(operator.email, page, t.mail) };
};

/** The operator as the page about the portal shows it. */
export const getOperatorFacts = async () => {
  const operator = await getOperator();
  if (operator === null) return null;
  const { since, ...facts } = operator;
  return { ...facts, since: since && { iso: since, text: messages.format.date(since) } };
};
