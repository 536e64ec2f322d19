import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const LONG =
  'องค์การบริหารส่วนตำบลที่มีชื่อยาวมากเพื่อดูว่าข้อความตัดบรรทัดตรงไหนบนจอแคบ และไม่ล้นออกนอกกรอบแม้จะมีตัวอักษรขยายสองเท่า';
const UNBROKEN = 'a'.repeat(120);

/** Path of a page that uses every component, each also with a very long value, and those that name records with a doubt. */
export const PARTS = 'manuals/all-parts';
/** What is tested in several outputs. */
export const WORDS = {
  step: 'กดปุ่มทดสอบส่วนประกอบ',
  notice: 'ข้อความในกรอบทดสอบ',
  caption: 'คำบรรยายรูปทดสอบ',
  alt: 'รูปแถบสีสำหรับทดสอบ',
  user: 'เนื้อความสำหรับผู้ใช้ทดสอบ',
  unit: 'เนื้อความสำหรับหน่วยทดสอบ',
  video: 'วิดีโอทดสอบส่วนประกอบ',
} as const;
export const VIDEO = 'https://youtu.be/made-up';

const page = (doubtful: string): string => `---
title: หน้าทดสอบส่วนประกอบ
summary: มีส่วนประกอบทุกชนิด
published: "2026-11-21"
roles: [user]
order: 90
---

## ขั้นตอน

<Steps>
3. ${WORDS.step} <Key>Ctrl+Shift+P</Key> หรือ <Key>${UNBROKEN}</Key>
4. ${LONG}
</Steps>

## กรอบ

<Notice kind="warning" title="${LONG}">${WORDS.notice}</Notice>

<Notice kind="note">
- ${UNBROKEN}
</Notice>

## อ้างถึง

ตาม <Letter record="circulars/2568/dla-0808-4-w1541-0402" /> และ <Letter record="${doubtful}" /> ใช้ <Form record="forms/user-access-request" /> ถาม <Contact office="p50" />

<Figure caption="${WORDS.caption} ${LONG}">
![${WORDS.alt}](./strip.png)
</Figure>

## ตามบทบาท

<Tabs>
<Tab role="user">
${WORDS.user} ${LONG}
</Tab>
<Tab role="unit">
1. ${WORDS.unit}
</Tab>
</Tabs>

<Video href="${VIDEO}" title="${WORDS.video} ${LONG}" />
`;

/** Writes the page and its picture into a project. */
export const addComponentPage = async (root: string, doubtful: string): Promise<void> => {
  const folder = join(root, 'content', PARTS);
  await mkdir(folder, { recursive: true });
  const picture = sharp({ create: { width: 1600, height: 120, channels: 3, background: '#357' } });
  await writeFile(join(folder, 'strip.png'), await picture.png().toBuffer());
  await writeFile(join(folder, 'index.mdx'), page(doubtful));
};
