import { describe, expect, it } from 'vitest';
import type { BodyTarget } from '#core/body/reference.ts';
import { componentTexts } from '#i18n/component-texts.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { exampleHtml } from '../markdown/example-html.ts';
import { publicHtml } from './html.ts';

const TARGETS: ReadonlyMap<string, BodyTarget> = new Map<string, BodyTarget>([
  [
    'circulars/2568/doubtful',
    {
      kind: 'letter',
      href: '/circulars/2568/doubtful/',
      title: 'วิธีปิด',
      number: { value: null, doubt: { kind: 'unclear', readings: [] } },
      force: 'unknown',
    },
  ],
  ['forms/access', { kind: 'form', href: '/forms/access/', title: 'ขอสิทธิ' }],
  ['p50', { kind: 'office', href: '/offices/p50/', name: 'จังหวัดเชียงใหม่', within: [] }],
]);

const SITE = new URL('https://host.example/wian/');
const inFeed = (body: string): string =>
  publicHtml(exampleHtml(body, componentTexts(LANGUAGES.th), TARGETS), '/manuals/a/', SITE)
    .replaceAll('\n', '')
    .trim();

describe('a component in feeds, without styles, scripts and the rest of the page', () => {
  it.each<[name: string, body: string, html: string]>([
    ['Steps', '<Steps>\n3. เปิด\n4. ปิด\n</Steps>', '<ol start="3"><li>เปิด</li><li>ปิด</li></ol>'],
    [
      'Notice',
      '<Notice kind="warning">ห้าม</Notice>',
      '<div><p><strong>ระวัง</strong></p><p>ห้าม</p></div>',
    ],
    [
      'Letter in doubt',
      'ตาม <Letter record="circulars/2568/doubtful" />',
      '<p>ตาม <a href="https://host.example/wian/circulars/2568/doubtful/">หนังสือ อ่านไม่ชัด</a> วิธีปิด <strong>ต้องตรวจสอบกับต้นฉบับ</strong> (สำเนาไม่ชัด) (ไม่ทราบสถานะ)</p>',
    ],
    [
      'Form',
      'ใช้ <Form record="forms/access" />',
      '<p>ใช้ <a href="https://host.example/wian/forms/access/">แบบฟอร์ม ขอสิทธิ</a></p>',
    ],
    [
      'Contact',
      'ถาม <Contact office="p50" />',
      '<p>ถาม <a href="https://host.example/wian/offices/p50/">จังหวัดเชียงใหม่</a></p>',
    ],
    ['Key', 'กด <Key>Ctrl+S</Key>', '<p>กด <kbd>Ctrl</kbd>+<kbd>S</kbd></p>'],
    [
      'Figure',
      '<Figure caption="แผนที่ & ทาง">![เส้นทาง](/map.png)</Figure>',
      '<figure><img src="https://host.example/wian/map.png" alt="เส้นทาง"><figcaption>แผนที่ &#x26; ทาง</figcaption></figure>',
    ],
    [
      'Tabs',
      '<Tabs>\n<Tab role="user">\nก\n</Tab>\n<Tab role="unit">\n1. ข\n</Tab>\n</Tabs>',
      '<div><section><h2 id="for-user">ผู้ใช้งานทุกคน</h2><p>ก</p></section><section><h2 id="for-unit">หน่วยงานภายใต้สังกัด</h2><ol><li>ข</li></ol></section></div>',
    ],
    [
      'Video',
      '<Video href="https://youtu.be/a" title="วิธี" />',
      '<p><a href="https://youtu.be/a">วิธี</a> (วิดีโอ เปิดที่ <span lang="en">youtu.be</span>)</p>',
    ],
  ])('%s', (_, body, html) => expect(inFeed(body)).toBe(html));

  it('keeps every word of a very long value', () => {
    const long = 'องค์การบริหารส่วนตำบล'.repeat(40);
    expect(inFeed(`<Notice kind="note" title="${long}">${long}</Notice>`)).toBe(
      `<div><p><strong>${long}</strong></p><p>${long}</p></div>`,
    );
  });
});
