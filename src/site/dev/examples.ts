import type { BodyTarget } from '#core/body/reference.ts';
import type { Messages } from '#i18n/messages.ts';

type Texts = Messages['document']['examples'];

/** An example of a component: usual, in doubt, empty or very long. */
export interface Example {
  readonly component: keyof Texts['component'];
  /** What is tried with it; undefined for its usual use. */
  readonly kind?: ExampleKind;
  readonly body: string;
}

export type ExampleKind = keyof Texts['kind'];

const LONG =
  'องค์การบริหารส่วนตำบลที่มีชื่อยาวมากเพื่อดูว่าข้อความตัดบรรทัดตรงไหนบนจอแคบ และไม่ล้นออกนอกกรอบแม้จะมีตัวอักษรขยายสองเท่า';
const ADDRESS =
  'https://www.youtube.com/watch?v=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

/** What the examples name; made up. */
export const TARGETS: ReadonlyMap<string, BodyTarget> = new Map<string, BodyTarget>([
  [
    'circulars/2568/certain',
    {
      kind: 'letter',
      href: '/circulars/',
      title: 'ตัวอย่าง',
      number: { value: 'มท 0808.4/ว 15' },
      force: 'in-force',
    },
  ],
  [
    'circulars/2568/doubtful',
    {
      kind: 'letter',
      href: '/circulars/',
      title: 'ตัวอย่างที่อ่านเลขไม่ชัด',
      number: {
        value: null,
        doubt: {
          kind: 'conflict',
          readings: [
            { read: 'ว ๑๕', value: 'มท 0808.4/ว 15', source: 'letter' },
            { read: 'ว ๑๖', value: 'มท 0808.4/ว 16', source: 'chiang-mai' },
          ],
        },
      },
      force: 'unknown',
    },
  ],
  ['laws/long', { kind: 'letter', href: '/laws/', title: LONG, force: 'cancelled' }],
  ['forms/usual', { kind: 'form', href: '/forms/', title: 'ขอสิทธิใช้ระบบ' }],
  ['forms/long', { kind: 'form', href: '/forms/', title: LONG }],
  ['p50', { kind: 'office', href: '/offices/p50/', name: 'จังหวัดเชียงใหม่', within: [] }],
  [
    'a500001',
    { kind: 'office', name: LONG, within: ['อำเภอฝาง', 'จังหวัดเชียงใหม่'], until: '2024-05-01' },
  ],
]);

/** Examples by component; the empty ones show what the check says. */
export const EXAMPLES: readonly Example[] = [
  { component: 'Steps', body: '<Steps>\n1. เปิดระบบ\n2. กด <Key>Enter</Key> แล้วรอ\n</Steps>' },
  { component: 'Steps', kind: 'long', body: `<Steps>\n1. ${LONG}\n\n   - ${LONG}\n2. ข\n</Steps>` },
  { component: 'Steps', kind: 'empty', body: '<Steps>\n</Steps>' },
  { component: 'Notice', body: '<Notice kind="note">อ่านก่อนเริ่ม</Notice>' },
  {
    component: 'Notice',
    kind: 'important',
    body: '<Notice kind="important">ทำก่อนวันสิ้นเดือน</Notice>',
  },
  {
    component: 'Notice',
    kind: 'long',
    body: `<Notice kind="warning" title="${LONG}">\n${LONG}\n\n- ${LONG}\n</Notice>`,
  },
  { component: 'Notice', kind: 'empty', body: '<Notice kind="note">\n</Notice>' },
  { component: 'Letter', body: 'ตาม <Letter record="circulars/2568/certain" /> ข้อ 2' },
  {
    component: 'Letter',
    kind: 'in-doubt',
    body: 'ตาม <Letter record="circulars/2568/doubtful" /> ข้อ 2',
  },
  { component: 'Letter', kind: 'long', body: 'ตาม <Letter record="laws/long" />' },
  { component: 'Letter', kind: 'empty', body: 'ตาม <Letter record="" />' },
  { component: 'Form', body: 'ใช้ <Form record="forms/usual" />' },
  { component: 'Form', kind: 'long', body: 'ใช้ <Form record="forms/long" />' },
  { component: 'Form', kind: 'unknown', body: 'ใช้ <Form record="forms/none" />' },
  { component: 'Contact', body: 'ถาม <Contact office="p50" />' },
  { component: 'Contact', kind: 'ended', body: 'ถาม <Contact office="a500001" />' },
  { component: 'Contact', kind: 'empty', body: 'ถาม <Contact />' },
  { component: 'Key', body: 'กด <Key>Ctrl+Shift+P</Key> หรือ <Key>F5</Key>' },
  { component: 'Key', kind: 'long', body: `กด <Key>${LONG}</Key>` },
  { component: 'Key', kind: 'empty', body: 'กด <Key></Key>' },
  {
    component: 'Figure',
    body: '<Figure caption="ตราของเวียน">![ตราเป็นวงกลม](/favicon.svg)</Figure>',
  },
  {
    component: 'Figure',
    kind: 'long',
    body: `<Figure caption="${LONG}">![ตรา](/favicon.svg)</Figure>`,
  },
  { component: 'Figure', kind: 'empty', body: '<Figure caption="">![ตรา](/favicon.svg)</Figure>' },
  {
    component: 'Tabs',
    body: '<Tabs>\n<Tab role="treasury-head">\nอนุมัติ\n</Tab>\n<Tab role="user">\n1. เปิด\n2. ปิด\n</Tab>\n</Tabs>',
  },
  {
    component: 'Tabs',
    kind: 'many',
    body: `<Tabs>\n${[
      'treasury-head',
      'user',
      'unit-treasury-head',
      'unit',
      'local-authority',
      'district',
    ]
      .map((role) => `<Tab role="${role}">\n${LONG}\n</Tab>`)
      .join('\n')}\n</Tabs>`,
  },
  { component: 'Tabs', kind: 'empty', body: '<Tabs>\n</Tabs>' },
  { component: 'Video', body: '<Video href="https://youtu.be/a" title="วิธีเข้าระบบ" />' },
  { component: 'Video', kind: 'long', body: `<Video href="${ADDRESS}" title="${LONG}" />` },
  { component: 'Video', kind: 'empty', body: '<Video href="" title="" />' },
];
