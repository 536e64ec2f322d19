import { getCollection } from 'astro:content';
import { planShortCodes } from '#core/short-link/register.ts';
import { getCirculars } from '../content.ts';
import { memoizePerBuild } from '../memo.ts';

/**
 * The short code of every circular, by `<B.E. year>/<permanent id>`. One that is not registered yet (a draft, which
 * the check of a build would refuse) has the code that it will be given.
 */
export const getShortCodes = (): Promise<ReadonlyMap<string, string>> =>
  memoizePerBuild('short codes', async () => {
    const register = (await getCollection('shortCodes')).map(({ data }) => data);
    const circulars = (await getCirculars()).map(({ id }) => id);
    const rows = [...register, ...planShortCodes(register, circulars, '')];
    return new Map(rows.map(({ circular, code }) => [circular, code]));
  });
