import { beforeEach, describe, expect, it } from 'vitest';
import { circularsOfArea, dutiesIn } from '#core/my-office/area-circulars.ts';
import { LETTERS, MOVEMENTS, OFFICES, PAGE, replaced } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getCirculars } from '../content.ts';
import { getOffices } from '../offices.ts';
import { getAreaPaths, getAreas, type MyArea, respondArea } from './area.ts';
import { allDuties } from './duties.ts';
import { viewSurrounding } from './surrounding.ts';
import { linesAt, wayTo } from './way.ts';

type Files = typeof SITE_FILES;

beforeEach(() => openPortal(SITE_FILES));

const edited = (from: string, to: string, file = PAGE): Files =>
  replaced(SITE_FILES, file, from, to);

/** The project with these rows behind those of the circular. */
const withRows = (...rows: string[]): Files =>
  new Map([...SITE_FILES, [MOVEMENTS, `${SITE_FILES.get(MOVEMENTS)}${rows.join('\n')}\n`]]);

const entryOf = async () => {
  const [entry] = await getCirculars();
  if (!entry) throw new Error('no circular');
  return entry;
};

const officeOf = async (id: string) => {
  const office = (await getOffices()).get(id);
  if (!office) throw new Error(id);
  return office;
};

const fileOf = async (id: string): Promise<MyArea> => {
  const path = (await getAreaPaths()).find(({ params }) => params.area === id);
  if (!path) throw new Error(id);
  return respondArea(await path.props.make()).json() as Promise<MyArea>;
};

/** An area as its page shows it. */
const area = async (id: string) => {
  const { facts, province = '', ...file } = await fileOf(id);
  const known = facts ?? (await fileOf(province)).facts ?? [];
  return { ...file, circulars: circularsOfArea(file, known) };
};

describe('the areas', () => {
  it('are the provinces of the chain and the districts that there are', async () => {
    const ids = (await getAreas()).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['p50', 'd5009']));
    for (const id of ['p10', 'd5008', 'dla', 'a500001']) expect(ids).not.toContain(id);
  });
});

describe('the file of a province', () => {
  it('has its authorities and districts, and the kinds of authority that receive from it', async () => {
    const file = await area('p50');
    expect(file).toMatchObject({
      id: 'p50',
      type: 'province',
      around: '',
      offices: [['a500001', 'pao', 'องค์การบริหารส่วนจังหวัดเชียงใหม่']],
      kinds: ['pao'],
      districts: [['d5009', 'อำเภอฝาง', ['a500101']]],
    });
  });

  it('has the circular with all that is on record of its way, and says of no authority that it has it', async () => {
    const [circular, ...others] = (await area('p50')).circulars;
    expect(others).toEqual([]);
    expect(circular).toMatchObject({
      href: '/circulars/2568/dla-0808-4-w15-0402/',
      number: ['มท ๐๘๐๘.๔/ว ๑๕'],
      date: ['2 เมษายน 2568'],
      binding: 'unclear',
    });
    expect(circular?.way).toEqual([
      {
        name: 'จังหวัดเชียงใหม่',
        lines: [
          ['รับ เลขรับ 11775 วันที่ 11 เมษายน 2568'],
          [expect.stringMatching(/^ส่งต่อ ที่ ชม ๐๐๒๓\.๕\/ว ๑๐๐ ลงวันที่ 22 เมษายน 2568 ถึง /)],
        ],
      },
    ]);
    expect(circular).not.toHaveProperty('own');
    expect(circular).not.toHaveProperty('sample');
  });

  it('has what an authority itself reported', async () => {
    openPortal(withRows('4,received,a500001,2025-04-25,,88,,,,,register:a500001,,'));
    const [circular] = (await area('p50')).circulars;
    expect(Object.keys(circular?.own ?? {})).toEqual(['a500001']);
    expect(circular?.own?.a500001?.at(-1)).toEqual(['รับ เลขรับ 88 วันที่ 25 เมษายน 2568']);
  });

  it('marks a number and a day of the letter that are in doubt, and shows no value', async () => {
    openPortal(
      edited(
        '  number: มท 0808.4/ว 15',
        '  number: {doubt: unclear, readings: [{read: ว ๑?, source: letter}]}',
      ),
    );
    expect((await area('p50')).circulars[0]?.number).toBe(null);
  });

  it('says that a circular is made up, and that one no longer holds', async () => {
    const force =
      '  status: cancelled\n  by: laws/old-letter\n  since: "2026-11-01"\n  recorded: "2026-11-21"';
    openPortal(
      replaced(edited('title: วิธี', 'sample: true\ntitle: วิธี'), PAGE, '  status: unknown', force),
    );
    expect((await area('p50')).circulars[0]).toMatchObject({
      sample: 1,
      withdrawn: 'ยกเลิกแล้ว',
      binding: 'ended',
      duties: [],
    });
  });

  it('is empty where no circular comes, and of no figures says that there are none', async () => {
    openPortal(new Map([...SITE_FILES].filter(([path]) => !path.includes('/circulars/'))));
    const file = await area('p50');
    expect([file.circulars, file.all]).toEqual([[], 0]);
    expect(file.figures).toEqual({ months: [], categories: [], offices: {} });
  });
});

describe('the file of a district', () => {
  it('leaves what a circular is to the file of its province', async () => {
    const file = await fileOf('d5009');
    expect(file).toMatchObject({ province: 'p50' });
    expect(file).not.toHaveProperty('facts');
    const { href } = (await fileOf('p50')).facts?.[0] ?? {};
    expect(file.circulars.map((one) => one.href)).toEqual([href]);
  });

  it('names its province, and shows of that only letters that may be meant for the district', async () => {
    const file = await area('d5009');
    expect(file).toMatchObject({ around: 'จังหวัดเชียงใหม่', kinds: ['sao'], districts: [] });
    expect(file.circulars[0]?.way.map(({ name }) => name)).toEqual([
      'จังหวัดเชียงใหม่',
      'อำเภอฝาง จังหวัดเชียงใหม่',
    ]);
    expect(file.dependencies.map(({ name }) => name)).toEqual([
      'จังหวัดเชียงใหม่',
      'อำเภอฝาง จังหวัดเชียงใหม่',
    ]);
  });

  it('does not offer what another district alone was sent', async () => {
    const among = new Set(['d5009', 'districts']);
    const above = [await officeOf('p50'), await officeOf('d5009')];
    const sent = async () => {
      const [province] = await wayTo(above, among, await entryOf());
      return province?.filter(([text]) => text.startsWith('ส่งต่อ')).length;
    };
    expect(await sent()).toBe(1);
    openPortal(withRows('4,sent,p50,2025-04-23,,ชม 0023.5/101,,a500001,,,register:p50,,'));
    expect(await sent()).toBe(1);
    openPortal(withRows('4,sent,p50,2025-04-23,,ชม 0023.5/101,,d5009,,,register:p50,,'));
    expect(await sent()).toBe(2);
  });
});

it('has no lines of an authority of which nothing is on record', async () => {
  expect(await linesAt('a500101', await entryOf())).toEqual([]);
});

it('shows with a thing that is marked done when it was', async () => {
  openPortal(withRows('4,done,a500101,2025-05-02,,,,,,,register:a500101,,'));
  expect(await linesAt('a500101', await entryOf())).toEqual([
    expect.arrayContaining([expect.stringMatching(/ดำเนินการแล้ว.*2 พฤษภาคม 2568/)]),
  ]);
});

describe('what is to be done', () => {
  const duties = async (files: Files, ...areas: string[]) => {
    openPortal(files);
    return dutiesIn(await allDuties(await entryOf()), new Set(areas));
  };
  const WHAT = '    what: ยืนยันตัวตน';
  const dated = (day: string) => edited(WHAT, `${WHAT}\n    key: identify\n    deadline: "${day}"`);

  it('by a covering letter concerns the area of its office alone, and names it', async () => {
    expect(await duties(SITE_FILES, 'p50')).toEqual([
      { role: 'user', what: 'ยืนยันตัวตน', when: [], asked: 'จังหวัดเชียงใหม่', by: 'p50' },
    ]);
    expect(await duties(SITE_FILES, 'p24')).toEqual([]);
  });

  it('by the letter itself concerns every area', async () => {
    const files = edited('    source: chiang-mai', '    source: letter');
    expect(await duties(files, 'p24')).toEqual([{ role: 'user', what: 'ยืนยันตัวตน', when: [] }]);
  });

  it('by a day says which, with a calendar file', async () => {
    const [duty] = await duties(dated('2026-12-01'), 'p50');
    expect(duty).toMatchObject({
      due: '2026-12-01',
      href: '/calendar/circulars/2568/dla-0808-4-w15-0402/identify.ics',
    });
    expect(duty?.when).toHaveLength(1);
  });

  it('by a day that cannot be read shows that, and counts none', async () => {
    const unclear = `${WHAT}\n    key: identify\n    deadline: {doubt: unreadable, readings: [{read: ๗? ธ.ค., source: letter}]}`;
    const [duty] = await duties(edited(WHAT, unclear), 'p50');
    expect(duty?.when).toEqual([['ภายใน อ่านไม่ได้', 1]]);
    expect(duty).not.toHaveProperty('due');
  });

  it('is nothing by a letter that no longer holds, or where it was taken back', async () => {
    const force =
      '  status: expired\n  by: laws/old-letter\n  since: "2026-11-01"\n  recorded: "2026-11-21"';
    expect(await duties(edited('  status: unknown', force), 'p50')).toEqual([]);
    expect(await duties(edited(WHAT, `${WHAT}\n    cancelled: true`), 'p50')).toEqual([]);
  });
});

describe('how a province is reached', () => {
  const surrounding = async (files: Files) => {
    openPortal(files);
    return viewSurrounding(await officeOf('p50'));
  };
  const letters = SITE_FILES.get(LETTERS) ?? '';
  const contact = (text: string): Files =>
    new Map([...SITE_FILES, [LETTERS, letters.replace('- key: fang', `${text}\n- key: fang`)]]);

  it('is not known where none of its letters says so', async () => {
    const view = await surrounding(SITE_FILES);
    expect(view).toMatchObject({ name: 'จังหวัดเชียงใหม่', href: '/offices/p50/', contact: null });
    expect(view.feeds.map(({ href }) => href)).toContain('/feeds/offices/p50/rss.xml');
  });

  it('is what its newest letter says, with the day of that', async () => {
    const { contact: found } = await surrounding(
      contact('  contact: {unit: กลุ่มงานการเงิน, group: ฝ่ายบัญชี, phones: [0-5311-2717]}'),
    );
    expect(found).toMatchObject({
      unit: 'กลุ่มงานการเงิน ฝ่ายบัญชี',
      phones: [['โทร. 0-5311-2717']],
      from: 'ตามหนังสือนำส่งลงวันที่ 22 เมษายน 2568',
    });
  });

  it('marks a number that cannot be read', async () => {
    const { contact: found } = await surrounding(
      contact(
        '  contact: {unit: ก, phones: [{doubt: unreadable, readings: [{read: 0-53?, source: chiang-mai}]}]}',
      ),
    );
    expect(found?.phones).toEqual([['โทร. อ่านไม่ได้', 1]]);
  });

  it('offers no feed of a province that is outside of the chain', async () => {
    openPortal(SITE_FILES);
    expect((await viewSurrounding(await officeOf('p10'))).feeds).toEqual([]);
  });
});

it('takes the longest names as they are', async () => {
  const name = `องค์การบริหารส่วนตำบล${'ยาว'.repeat(60)}`;
  openPortal(edited('อบต. สมมุติ', name, OFFICES));
  expect((await area('d5009')).offices).toEqual([['a500101', 'sao', name]]);
});
