import { beforeEach, describe, expect, it } from 'vitest';
import { PAGE, replaced } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getCirculars } from '../content.ts';
import { getVerifyPaths } from '../verify/verify.ts';
import { getWithdrawnFiles } from '../verify/withdrawn-file.ts';
import { codeOf } from './code-view.ts';
import { getFooterMaker } from './footer-maker.ts';
import { getFormerPaths, getForwardPaths } from './forward.ts';
import { makeLabel } from './make-label.ts';
import { getOfficeNamePaths } from './office-names.ts';
import { getPassedOn } from './passed-on.ts';

beforeEach(() => openPortal(SITE_FILES));

const CIRCULAR = '/circulars/2568/dla-0808-4-w15-0402/';
const entryOf = async () => {
  const [entry] = await getCirculars();
  if (!entry) throw new Error('no circular');
  return entry;
};
const withdrawn = replaced(
  SITE_FILES,
  PAGE,
  'force:\n  status: unknown',
  'force:\n  status: expired\n  by: laws/old-letter\n  since: "2026-01-01"\n  recorded: "2026-11-21"\n  note: สิ้นผล',
);

describe('short addresses', () => {
  it('lead to the page of a circular, and to each of its attachments', async () => {
    const paths = await getForwardPaths();
    expect(
      paths.map(({ params, props }) => [params.path, props.forward.to, props.forward.anchor]),
    ).toEqual([
      ['FVD2YV', CIRCULAR, null],
      ['FVD2YV/1', CIRCULAR, 'attachment-1'],
    ]);
  });

  it('stop where the letter should no longer be followed', async () => {
    const force = async () => (await getForwardPaths())[0]?.props.forward.withdrawn ?? null;
    expect(await force()).toBe(null);
    openPortal(withdrawn);
    expect(await force()).toMatchObject({ status: 'expired' });
  });

  it('are planned for a circular that is not registered yet, and are no code of another', async () => {
    openPortal(new Map([...SITE_FILES].filter(([path]) => !path.endsWith('short-codes.csv'))));
    expect(await codeOf(await entryOf())).toMatch(/^[0-9A-Z]{6}$/);
  });
});

describe('former addresses', () => {
  it('lead to where a page moved, and say why', async () => {
    const moved = (await getFormerPaths()).find(({ params }) => params.moved === 'manuals/log-in');
    expect(moved?.props.forward).toMatchObject({ to: '/manuals/sign-in/', title: 'วิธีเข้าระบบ' });
    expect(moved?.props.forward?.why).toContain('เปลี่ยนชื่อ');
  });

  it('say of a file that was taken off when and why', async () => {
    const [file] = await getWithdrawnFiles();
    expect(file?.path).toBe('forms/access/old.pdf');
    expect(file?.view.why).toContain('10 พฤศจิกายน 2569');
    expect(file?.view.page.href).toBe('/forms/access/#attachment-2');
  });
});

describe('the lists against which files and numbers are checked', () => {
  const listed = async () =>
    Object.assign({}, ...(await getVerifyPaths()).map(({ props }) => JSON.parse(props.json)));

  it('know a letter by every reading of its number', async () => {
    const all = await listed();
    expect(all['มท 0808.4/ว 15']).toMatchObject([{ href: CIRCULAR, withdrawn: null }]);
    expect(all['ชม 0023.15/66']).toHaveLength(1);
  });

  it('say what is in doubt of number and date, and state neither', async () => {
    expect((await listed())['มท 0808.4/ว 15']).toMatchObject([
      { about: 'กรมส่งเสริมการปกครองท้องถิ่น 2 เมษายน 2568', numberDoubt: null, dateDoubt: null },
    ]);
    expect((await listed())['ชม 0023.15/66']).toMatchObject([
      {
        about: 'อำเภอฝาง จังหวัดเชียงใหม่ เมษายน 2568',
        numberDoubt: 'เลขที่ต้องตรวจสอบกับต้นฉบับ อ่านได้ ชม ๐๐๒๓.๑๕/๖๖',
        dateDoubt: null,
      },
    ]);
    openPortal(
      replaced(
        SITE_FILES,
        PAGE,
        '  date: "2025-04-02"\n  subject',
        '  date: {value: "2025-04-02", doubt: cited, readings: [{read: ๒ เมษาฯ ๒๕๖๘, value: "2025-04-02", source: chiang-mai}]}\n  subject',
      ),
    );
    expect((await listed())['มท 0808.4/ว 15']).toMatchObject([
      {
        about: 'กรมส่งเสริมการปกครองท้องถิ่น',
        numberDoubt: null,
        dateDoubt: 'วันที่ของหนังสือต้องตรวจสอบกับต้นฉบับ อ่านได้ 2 เมษายน 2568',
      },
    ]);
  });

  it('know a file that was taken off, and say that it was', async () => {
    expect((await listed())['a'.repeat(64)]).toMatchObject([
      { file: 'แบบเก่า', takenOff: expect.stringContaining('ถอนไฟล์') },
    ]);
  });

  it('say of a letter that no longer holds that it does not', async () => {
    openPortal(withdrawn);
    expect((await listed())['มท 0808.4/ว 15'][0].withdrawn).toBeTruthy();
  });
});

it('names the offices that passed a circular on, with what is in doubt of their letters', async () => {
  const passed = await getPassedOn(await entryOf());
  expect(passed.map(({ office, letters }) => [office, letters[0]?.number.text])).toEqual([
    ['p50', 'ชม ๐๐๒๓.๕/ว ๑๐๐'],
    ['d5009', null],
  ]);
});

it('names the offices of a province for the maker of codes: itself, districts that there are, authorities', async () => {
  const found = (await getOfficeNamePaths()).find(({ params }) => params.province === '50');
  expect(Object.keys(found?.props.names ?? {})).toEqual(['p50', 'd5009', 'a500001', 'a500101']);
});

it('names the provinces for the maker of codes, in the order of their names', async () => {
  const found = (await getOfficeNamePaths()).find(({ params }) => params.province === 'provinces');
  const names = found?.props.names as readonly (readonly [string, string])[];
  expect(names).toHaveLength(77);
  expect(names).toContainEqual(['50', 'จังหวัดเชียงใหม่']);
  const inOrder = names.map(([, name]) => name);
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => a.localeCompare(b, 'th')));
});

it.each([
  ['http://127.0.0.1:4321', true],
  ['https://portal.example/sub', false],
])(
  'says of a code made at %s whether it would lead to this machine alone: %s',
  async (site, alone) => {
    const before = import.meta.env.SITE;
    Object.assign(import.meta.env, { SITE: site });
    try {
      expect((await getFooterMaker(await entryOf())).leadsHereAlone).toBe(alone);
    } finally {
      Object.assign(import.meta.env, { SITE: before });
    }
  },
);

describe('a label for a covering letter', () => {
  const made = async (mm: number) => {
    const { subject } = await getFooterMaker(await entryOf());
    const choice = { office: { id: 'p50', name: 'จังหวัดเชียงใหม่' }, attachment: 1, mm };
    return makeLabel(subject, choice, (() => ({ path: '', width: 0 })) as never);
  };

  it('leads to the attachment and names the office', async () => {
    expect((await made(30)).address.href).toMatch(/\/q\/FVD2YV\/1\/.*p50/);
  });

  it('says how large it has to be where it cannot be read at the size chosen', async () => {
    expect((await made(60)).needsMm).toBe(null);
    expect((await made(3)).needsMm).toBeGreaterThan(3);
  });
});
