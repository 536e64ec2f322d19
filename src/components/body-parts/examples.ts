import type { BodyTarget } from '#core/body/reference.ts';

/** An example of a component: usual, in doubt, empty or very long. */
export interface Example {
  readonly title: string;
  readonly body: string;
}

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
  { title: 'Steps', body: '<Steps>\n1. เปิดระบบ\n2. กด <Key>Enter</Key> แล้วรอ\n</Steps>' },
  { title: 'Steps: very long', body: `<Steps>\n1. ${LONG}\n\n   - ${LONG}\n2. ข\n</Steps>` },
  { title: 'Steps: empty', body: '<Steps>\n</Steps>' },
  { title: 'Notice', body: '<Notice kind="note">อ่านก่อนเริ่ม</Notice>' },
  { title: 'Notice: important', body: '<Notice kind="important">ทำก่อนวันสิ้นเดือน</Notice>' },
  {
    title: 'Notice: very long',
    body: `<Notice kind="warning" title="${LONG}">\n${LONG}\n\n- ${LONG}\n</Notice>`,
  },
  { title: 'Notice: empty', body: '<Notice kind="note">\n</Notice>' },
  { title: 'Letter', body: 'ตาม <Letter record="circulars/2568/certain" /> ข้อ 2' },
  { title: 'Letter: in doubt', body: 'ตาม <Letter record="circulars/2568/doubtful" /> ข้อ 2' },
  { title: 'Letter: very long', body: 'ตาม <Letter record="laws/long" />' },
  { title: 'Letter: empty', body: 'ตาม <Letter record="" />' },
  { title: 'Form', body: 'ใช้ <Form record="forms/usual" />' },
  { title: 'Form: very long', body: 'ใช้ <Form record="forms/long" />' },
  { title: 'Form: unknown', body: 'ใช้ <Form record="forms/none" />' },
  { title: 'Contact', body: 'ถาม <Contact office="p50" />' },
  { title: 'Contact: very long, no office any more', body: 'ถาม <Contact office="a500001" />' },
  { title: 'Contact: empty', body: 'ถาม <Contact />' },
  { title: 'Key', body: 'กด <Key>Ctrl+Shift+P</Key> หรือ <Key>F5</Key>' },
  { title: 'Key: very long', body: `กด <Key>${LONG}</Key>` },
  { title: 'Key: empty', body: 'กด <Key></Key>' },
  { title: 'Figure', body: '<Figure caption="ตราของเวียน">![ตราเป็นวงกลม](/favicon.svg)</Figure>' },
  { title: 'Figure: very long', body: `<Figure caption="${LONG}">![ตรา](/favicon.svg)</Figure>` },
  { title: 'Figure: empty', body: '<Figure caption="">![ตรา](/favicon.svg)</Figure>' },
  {
    title: 'Tabs',
    body: '<Tabs>\n<Tab role="treasury-head">\nอนุมัติ\n</Tab>\n<Tab role="user">\n1. เปิด\n2. ปิด\n</Tab>\n</Tabs>',
  },
  {
    title: 'Tabs: many and long',
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
  { title: 'Tabs: empty', body: '<Tabs>\n</Tabs>' },
  { title: 'Video', body: '<Video href="https://youtu.be/a" title="วิธีเข้าระบบ" />' },
  { title: 'Video: very long', body: `<Video href="${ADDRESS}" title="${LONG}" />` },
  { title: 'Video: empty', body: '<Video href="" title="" />' },
];
