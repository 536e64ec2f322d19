import { describe, expect, it } from 'vitest';
import { MOVEMENTS, OFFICES } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getCirculars } from '../content.ts';
import { branchName, sinceText, viewBottlenecks } from './bottlenecks.ts';
import { track } from './tracked.ts';

type Files = typeof SITE_FILES;

const view = async (files: Files) => {
  openPortal(files);
  const [entry] = await getCirculars();
  const tracked = entry && (await track(entry));
  if (!tracked) throw new Error('no route');
  return viewBottlenecks(tracked);
};

const withRows = (...rows: string[]): Files =>
  new Map([...SITE_FILES, [MOVEMENTS, `${SITE_FILES.get(MOVEMENTS)}${rows.join('\n')}\n`]]);

it.each([
  ['not-passed-on', /^ตั้งแต่ 1 พฤศจิกายน 2569 \(20 วัน\)$/],
  ['no-receipt', /^ไม่มีผู้รายงาน ตั้งแต่ 1 พฤศจิกายน 2569$/],
  ['left-out', /^ไม่มีผู้รายงาน ตั้งแต่ 1 พฤศจิกายน 2569$/],
] as const)('of %s counts days only of what the office has: %s', (what, text) => {
  expect(sinceText(what, '2026-11-01')).toMatch(text);
});

it.each([
  ['districts', 'อำเภอ'],
  ['saos', 'อบต.'],
  ['a-branch-of-a-new-route', 'a-branch-of-a-new-route'],
])('calls the branch %s %s', (branch, name) => expect(branchName(branch)).toBe(name));

describe('the places at which a circular is open', () => {
  it('are apart: what an office has, and what nobody reported', async () => {
    const { known, unreported } = await view(
      withRows('4,received,d5009,2025-04-25,,12,,,,,register:d5009,,'),
    );
    expect(known.places.map(({ what }) => what)).toEqual([
      'อำเภอฝาง จังหวัดเชียงใหม่รับแล้ว ไม่มีข้อมูลการส่งต่อ',
    ]);
    // A count of days would be another on every day.
    expect(known.places.map(({ since }) => since)).toEqual(['ตั้งแต่ 25 เมษายน 2568']);
    expect(unreported.places.every(({ since }) => !/\d วัน/.test(since))).toBe(true);
  });

  it('mark a day that is known from another letter only, of what nobody reported too', async () => {
    const certain = await view(withRows('4,received,d5009,2025-04-25,,12,,,,,register:d5009,,'));
    for (const one of [...certain.known.places, ...certain.unreported.places])
      expect(one.needsCheck).toBe(false);
    const { known, unreported } = await view(
      withRows(
        '4,received,d5009,2025-04-25,,12,,,,date:cited,register:d5009,,\n5,sent,p50,2025-04-26,,,,saos,,date:cited,register:p50,,',
      ),
    );
    expect(known.places.map(({ needsCheck }) => needsCheck)).toEqual([true]);
    expect(unreported.places.some(({ needsCheck }) => needsCheck)).toBe(true);
  });

  it('do not say since when where no usable day is on record', async () => {
    const { known } = await view(withRows('4,received,d5009,,,12,,,,date,register:d5009,,'));
    expect(known.places.map(({ since }) => since)).toEqual(['ไม่รู้ว่าตั้งแต่วันใด']);
  });

  it('are five by name, and the others counted', async () => {
    const provinces = [12, 13, 14, 15, 16, 17, 18];
    const districts = provinces.map((at) => `d${at}01,district,อำเภอที่ ${at},,p${at},,,,,,made-up`);
    const authorities = provinces.map(
      (at) => `a${at}0101,sao,อบต. ที่ ${at},,p${at},d${at}01,,,,,made-up`,
    );
    const files = withRows(
      ...provinces.map(
        (at, index) => `${index + 4},received,d${at}01,2025-05-${at},,${at},,,,,register:p50,,`,
      ),
    );
    const offices = `${SITE_FILES.get(OFFICES)}${[...districts, ...authorities].join('\n')}\n`;
    const { known } = await view(new Map([...files, [OFFICES, offices]]));
    expect(known.places).toHaveLength(5);
    expect(known.places[0]?.since).toContain('12 พฤษภาคม 2568');
    expect(known.more).toBe('และอีก 2 รายการ');
  });

  it('are none where nothing is open', async () => {
    const { known } = await view(SITE_FILES);
    expect(known).toEqual({ places: [], more: undefined });
  });
});
