import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { BodyTarget } from '#core/body/reference.ts';
import { componentTexts } from '#i18n/component-texts.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { readBody } from '#store/content/body.ts';
import { publishBodyTargets } from '#store/content/body-targets.ts';
import { publishLetterIndex } from '#store/content/letter-index-channel.ts';
import { markdownProcessor } from '#store/content/markdown.ts';
import { needsMdx } from '#store/content/mdx-syntax.ts';

const TARGETS: readonly (readonly [string, BodyTarget])[] = [
  [
    'circulars/2568/certain',
    {
      kind: 'letter',
      href: '/circulars/2568/certain/',
      title: 'วิธีเข้าใช้งาน',
      number: { value: 'มท 0808.4/ว 15' },
      force: 'in-force',
    },
  ],
  [
    'circulars/2568/doubtful',
    {
      kind: 'letter',
      href: '/circulars/2568/doubtful/',
      title: 'วิธีปิดระบบ',
      number: {
        value: null,
        doubt: {
          kind: 'unclear',
          readings: [{ read: 'มท ๐๘๐๘.๔/ว ๑?', value: null, source: 'a' }],
        },
      },
      force: 'unknown',
    },
  ],
  ['laws/act', { kind: 'letter', href: '/laws/act/', title: 'พระราชบัญญัติ', force: 'unknown' }],
  ['forms/access', { kind: 'form', href: '/forms/access/', title: 'ขอสิทธิ' }],
  ['p50', { kind: 'office', href: '/offices/p50/', name: 'จังหวัดเชียงใหม่', within: [] }],
  [
    'a500001',
    {
      kind: 'office',
      name: 'อบต. เก่า',
      within: ['อำเภอฝาง', 'จังหวัดเชียงใหม่'],
      until: '2024-05-01',
    },
  ],
];
publishBodyTargets(new Map(TARGETS));
publishLetterIndex(new Map());

const processor = await markdownProcessor(
  { title: 'เชิงอรรถ', back: 'กลับ' },
  componentTexts(LANGUAGES.th),
).createRenderer({ syntaxHighlight: false } as never);

const rendered = async (body: string): Promise<string> => {
  const { code } = await processor.render(body, {
    fileURL: pathToFileURL(join(import.meta.dirname, 'content/manuals/a.mdx')),
  });
  // How runs are kept on a line is tested elsewhere.
  return code.replace(/\n+|<wbr>|<\/?k->|<span class="latin"[^>]*>([^<]*)<\/span>/g, '$1');
};

describe('a component', () => {
  it.each<[name: string, body: string, html: string]>([
    [
      'Steps',
      '<Steps>\n\n1. เปิด\n2. ปิด\n\n</Steps>',
      '<ol class="steps"><li>เปิด</li><li>ปิด</li></ol>',
    ],
    [
      'Steps without empty lines, from 3',
      '<Steps>\n3. เปิด\n</Steps>',
      '<ol start="3" class="steps"><li>เปิด</li></ol>',
    ],
    [
      'Notice',
      '<Notice kind="warning" title="อย่าลืม">\nก **ข**\n</Notice>',
      '<div role="note" class="notice-box notice-warning"><p class="notice-title"><strong>อย่าลืม</strong></p><p>ก <strong>ข</strong></p></div>',
    ],
    [
      'Notice on one line, with the usual title',
      '<Notice kind="note">ก <Key>F5</Key></Notice>',
      '<div role="note" class="notice-box notice-note"><p class="notice-title"><strong>ข้อควรรู้</strong></p><p>ก <kbd>F5</kbd></p></div>',
    ],
    [
      'Letter',
      'ตาม <Letter record="circulars/2568/certain" /> ข้อ 2',
      '<p>ตาม <span class="letter-reference"><a href="/circulars/2568/certain/">หนังสือ มท ๐๘๐๘.๔/ว ๑๕</a> (ใช้บังคับอยู่)</span> ข้อ 2</p>',
    ],
    [
      'Letter by itself, whose number is in doubt',
      '<Letter record="circulars/2568/doubtful" />',
      '<p><span class="letter-reference"><span><a href="/circulars/2568/doubtful/">หนังสือ อ่านไม่ชัด</a> วิธีปิดระบบ</span> <strong class="badge badge-vermilion">ต้องตรวจสอบกับต้นฉบับ</strong> (สำเนาไม่ชัด) (ไม่ทราบสถานะ)</span></p>',
    ],
    [
      'Letter that has no number',
      '- <Letter record="laws/act" />',
      '<ul><li><span class="letter-reference"><a href="/laws/act/">พระราชบัญญัติ</a> (ไม่ทราบสถานะ)</span></li></ul>',
    ],
    [
      'Form',
      'ใช้ <Form record="forms/access" />',
      '<p>ใช้ <span class="form-reference"><a href="/forms/access/">แบบฟอร์ม ขอสิทธิ</a></span></p>',
    ],
    [
      'Contact',
      'ถาม <Contact office="p50" />',
      '<p>ถาม <span class="office-reference"><a href="/offices/p50/">จังหวัดเชียงใหม่</a></span></p>',
    ],
    [
      'Contact that has no page and is no office any more',
      'ถาม <Contact office="a500001" />',
      '<p>ถาม <span class="office-reference">อบต. เก่า อำเภอฝาง จังหวัดเชียงใหม่ (เป็นหน่วยงานถึง 1 พฤษภาคม 2567)</span></p>',
    ],
    [
      'Key',
      'กด <Key>Ctrl+Shift+P</Key>',
      '<p>กด <span class="keys"><kbd>Ctrl</kbd>+<kbd>Shift</kbd>+<kbd>P</kbd></span></p>',
    ],
    ['Key of one sign', 'กด <Key>+</Key>', '<p>กด <kbd>+</kbd></p>'],
    [
      'Figure',
      '<Figure caption="แผนที่">\n\n![ทางเข้า](/favicon.svg)\n\n</Figure>',
      '<figure><img src="/favicon.svg" alt="ทางเข้า"><figcaption>แผนที่</figcaption></figure>',
    ],
    [
      'Tabs',
      '## ใครทำ\n\n<Tabs>\n<Tab role="user">\nก\n</Tab>\n<Tab role="unit">\n\n1. ข\n\n</Tab>\n</Tabs>',
      '<h2 id="ใครทำ">ใครทำ</h2><div class="tabs"><section aria-labelledby="for-user" data-role="user"><h3 id="for-user">ผู้ใช้งานทุกคน</h3><p>ก</p></section><section aria-labelledby="for-unit" data-role="unit"><h3 id="for-unit">หน่วยงานภายใต้สังกัด</h3><ol><li>ข</li></ol></section></div>',
    ],
    [
      'Video',
      '<Video href="https://www.youtube.com/watch?v=a" title="วิธีเข้า" />',
      '<p class="video"><a href="https://www.youtube.com/watch?v=a" rel="external noreferrer" class="video-link">วิธีเข้า</a> (วิดีโอ เปิดที่ youtube.com)</p>',
    ],
  ])('becomes plain HTML: %s', async (_, body, html) => {
    expect(readBody(body, 1).problems).toEqual([]);
    expect(needsMdx(body)).toBe(true);
    expect(await rendered(body)).toBe(html);
  });

  it('is never rendered with what is not there', async () => {
    await expect(rendered('<Letter record="laws/none" />')).rejects.toThrow();
  });
});

it('gives the places to which the page can be linked', () => {
  const tabs = '<Tabs>\n<Tab role="user">\nก\n</Tab>\n<Tab role="unit">\nข\n</Tab>\n</Tabs>';
  expect(readBody(`## ก\n\n${tabs}\n\n${tabs}`, 1).anchors).toEqual([
    'ก',
    'for-user',
    'for-unit',
    'for-user-2',
    'for-unit-2',
  ]);
});

it('leaves a component in code as it is', async () => {
  expect(needsMdx('`<Steps />`')).toBe(false);
  expect(await rendered('`<Steps>` <Key>F</Key>')).toContain('<code>&#x3C;Steps></code>');
});
