import { expect, it } from 'vitest';
import { isShortCode, mintShortCode } from '#core/short-link/short-code.ts';
import { SHORT_CODES } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getShortCodes } from './codes.ts';

const CIRCULAR = '2568/dla-0808-4-w15-0402';
const GONE = '2560/dla-0808-4-w1-0105';
const withCodes = (...rows: string[]) =>
  new Map([...SITE_FILES, [SHORT_CODES, ['circular,code,minted', ...rows, ''].join('\n')]]);

it('has the registered code of a circular, even where the rules would mint another today', async () => {
  const former = mintShortCode(CIRCULAR, new Set([mintShortCode(CIRCULAR, new Set())]));
  openPortal(withCodes(`${CIRCULAR},${former},2026-11-21`));
  expect([...(await getShortCodes())]).toEqual([[CIRCULAR, former]]);
});

it('keeps the code of a circular that is no longer there: it is printed on paper', async () => {
  const printed = mintShortCode(GONE, new Set());
  openPortal(withCodes(`${GONE},${printed},2020-01-01`, `${CIRCULAR},FVD2YV,2026-11-21`));
  expect((await getShortCodes()).get(GONE)).toBe(printed);
});

it('plans the code that a draft will be given, which is no code of another', async () => {
  openPortal(withCodes());
  const planned = (await getShortCodes()).get(CIRCULAR) ?? '';
  expect(isShortCode(planned)).toBe(true);
  openPortal(withCodes(`${GONE},${planned},2020-01-01`));
  const other = (await getShortCodes()).get(CIRCULAR) ?? '';
  expect(isShortCode(other)).toBe(true);
  expect(other).not.toBe(planned);
});
