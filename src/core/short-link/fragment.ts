/** What the fragment of a circular's address says. */
export interface PageFragment {
  /** Id of the office that passed the circular on. */
  readonly office: string | null;
  /** Id of a place on the page. */
  readonly anchor: string | null;
}

const OFFICE = /^(?:[a-z]{2,12}|[pd]\d{2,4}|a\d{1,8})$/;
const SEPARATOR = '+';

/** Whether a part of a fragment has the form of an office's id in which a link may carry it. */
const isOffice = (text: string): boolean => /\d/.test(text) && OFFICE.test(text);

/** Reads a fragment (with its #) such as `#p50`, `#attachment-2` or `#p50+attachment-2`. */
export const readFragment = (hash: string): PageFragment => {
  const text = decodeURIComponent(hash.replace(/^#/, '').replace(/%(?![0-9A-Fa-f]{2})/g, ''));
  const [first = '', ...rest] = text.split(SEPARATOR);
  if (!isOffice(first)) return { office: null, anchor: text || null };
  return { office: first, anchor: rest.join(SEPARATOR) || null };
};

/** The fragment that says so, with its #; empty where there is nothing to say. */
export const writeFragment = ({ office, anchor }: PageFragment): string => {
  const parts = [office, anchor].filter((part) => part !== null);
  return parts.length === 0 ? '' : `#${parts.join(SEPARATOR)}`;
};

/** The fragment with which a forwarding page goes on: what came along, and the place to which the page itself leads. */
export const carryFragment = (hash: string, anchor: string | null): string => {
  const came = readFragment(hash);
  return writeFragment({ office: came.office, anchor: came.anchor ?? anchor });
};
