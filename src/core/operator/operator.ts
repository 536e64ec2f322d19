import type { IsoDate } from '../letter/date.ts';

/** The file with the settings of the operator, relative to the project. */
export const OPERATOR_FILE = 'content/operator.yaml';

/** Who runs this copy of Wian, and how to reach them. */
export interface Operator {
  /** Name of the office or body, in Thai. */
  readonly name: string;
  /** Address that reports of mistakes are sent to. */
  readonly email: string;
  /** Telephone numbers of the office, as people write them. */
  readonly phones: readonly string[];
  /** Postal address of the office. */
  readonly address?: string | undefined;
  readonly homepage?: string | undefined;
  /** First day on which they ran this copy. */
  readonly since?: IsoDate | undefined;
}

const isWithin = (name: string, domain: string): boolean =>
  name === domain || name.endsWith(`.${domain}`);

/**
 * Whether an e-mail address is of the domain of the operator's own homepage, which makes it an address of the operator and
 * not of a person: `wian@foundation.or.th` with `https://www.foundation.or.th/`.
 */
export const isOperatorEmail = (address: string, { homepage }: Operator): boolean => {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(homepage ?? '')?.[1]?.toLowerCase();
  const domain = address.split('@').at(-1)?.trim().toLowerCase();
  if (host === undefined || !domain?.includes('.')) return false;
  return isWithin(host, domain) || isWithin(domain, host.replace(/^www\./, ''));
};
