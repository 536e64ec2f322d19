import { portalAddress } from '#core/address/portal-address.ts';
import type { OpenDataContext } from '#core/open-data/circular.ts';
import { asOf } from '../as-of.ts';

/** Licence of what the portal wrote (Creative Commons Attribution 4.0). */
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

export const context: OpenDataContext = {
  url: (path) => portalAddress(import.meta.env.SITE, path),
  licence: LICENCE,
  asOf,
};

/** Data as a JSON file. */
export const json = (data: unknown): Response =>
  new Response(JSON.stringify(data), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });

/** A list with its licence and day. */
export const list = <Item>(items: readonly Item[]) => ({ licence: LICENCE, asOf, items });
