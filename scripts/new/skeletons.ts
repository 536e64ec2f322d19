import { stringify } from 'yaml';
import { ACTION_ROLES } from '#core/letter/circular.ts';
import { BUDDHIST_ERA_OFFSET, type IsoDate } from '#core/letter/date.ts';
import type { CircularDraft } from '#core/letter/draft/circular-draft.ts';
import { ASKED, DRAFT_MARK, REMOVE_LINE } from '#core/letter/draft/skeleton.ts';
import { mintPermanentId } from '#core/letter/permanent-id.ts';
import { SYSTEMS } from '#core/system.ts';

/** The kinds of page that can be begun, each with the folder of content/ in which it is. */
export const KINDS = {
  faq: 'faq',
  manual: 'manuals',
  news: 'news',
  law: 'laws',
  form: 'forms',
  changelog: 'changelog',
  circular: 'circulars',
} as const;
export type Kind = keyof typeof KINDS;

/** A fact of a letter that nobody has read yet, as the project marks it. */
const UNREAD = {
  doubt: 'unreadable',
  readings: [{ read: 'ยังไม่ได้อ่าน', source: 'letter' }],
  note: `${DRAFT_MARK}: ยังไม่ได้อ่านจากหนังสือ`,
} as const;

const UNREAD_YAML = stringify({ x: UNREAD }).split('\n').slice(1).join('\n').trimEnd();

const SUMMARY = `${DRAFT_MARK} ยังไม่มีสรุป`;

/** A remark that the check wants removed before the page is published. */
const ask = (text: string): string => `${text} ${REMOVE_LINE}`;

const NUMBER = ask(
  'ใส่เลขที่แทนหกบรรทัดใต้คำนี้ (number: ถึง note:) เช่น number: มท 0808.4/ว 15 ถ้าอ่านไม่ชัดให้ใส่สิ่งที่อ่านได้ไว้ใน read',
);
const dateOf = (field: string): string =>
  ask(
    `ใส่วันที่แทนหกบรรทัดใต้คำนี้ (${field}: ถึง note:) เป็นปี ค.ศ. เช่น ${field}: "2025-04-02" รู้เพียงเดือนให้ใส่ "2025-04"`,
  );
const DATE = dateOf('date');

const LISTS = `# ที่มาของข้อเท็จจริง ขึ้นบรรทัดใหม่ทีละรายการ: - circulars/<ปี พ.ศ.>/<รหัส> หรือ - laws/<ชื่อหน้า>
sources: []
# หน้าที่ควรอ่านต่อ: - manuals/<ชื่อหน้า>
related: []
`;

const FIELDS: Readonly<Record<Exclude<Kind, 'circular'>, string>> = {
  faq: `# ${ask('ใส่หมวดของคำถาม ดูชื่อที่ใช้อยู่ในหน้าข้างเคียงของ content/faq')}
topic: ${DRAFT_MARK} ยังไม่จัดหมวด
# ลำดับในหมวด เลขน้อยขึ้นก่อน
order: 999
# แบบฟอร์มหรือคู่มือที่ตอบคำถามนี้ได้ทันที ไม่เกิน 3 รายการ: - forms/<ชื่อหน้า>
answeredBy: []
`,
  manual: `# ${ask('เลือกว่าใครใช้คู่มือนี้ จากรายการนี้ซึ่งใส่ไว้ครบทุกบทบาท')}
roles:
${ACTION_ROLES.map((role) => `  - ${role}`).join('\n')}
# ลำดับในรายการคู่มือ เลขน้อยขึ้นก่อน
order: 999
`,
  news: `# ประกาศที่มีวันของบริการ ให้เอา # ออกแล้วใส่วันตามหนังสือ ถ้าหนังสือไม่บอกวันสิ้นสุดก็ไม่ต้องมี until
# notice:
#   kind: closed      # closed ปิด, open เปิด, window ช่วงเวลา, information แจ้งให้ทราบ
#   service: ชื่อบริการ
#   from: "2026-01-31"
#   until: "2026-02-01"
`,
  law: `# ${ask('เลือกชนิด: act พระราชบัญญัติ, regulation ระเบียบ, directive-letter หนังสือสั่งการ')}
kind: directive-letter
# ${NUMBER}
number:
${UNREAD_YAML}
# ${DATE}
date:
${UNREAD_YAML}
# unknown จนกว่าจะมีหนังสือที่บอกสถานะ ห้ามอนุมานเอง
force:
  status: unknown
`,
  form: `# ${ask('เลือกผู้กรอก จากรายการนี้ซึ่งใส่ไว้ครบทุกบทบาท')}
filledBy:
${ACTION_ROLES.map((role) => `  - ${role}`).join('\n')}
# ${ask('ใส่ว่าส่งถึงหน่วยงานหรือผู้รับผิดชอบใด')}
sentTo: ${DRAFT_MARK} ยังไม่ทราบว่าส่งถึงใคร
# ${ask('เมื่อมีไฟล์แล้ว เขียน file:, size: (จำนวนไบต์) และ sha256: แทน missing:')}
attachments:
  - title: ${DRAFT_MARK} ยังไม่มีไฟล์แบบฟอร์ม
    missing: ${DRAFT_MARK} ยังไม่ได้วางไฟล์ไว้ข้างหน้านี้
`,
  changelog: `# ${ask(`เลือกระบบที่เปลี่ยน: ${SYSTEMS.join(', ')}`)}
system: ${SYSTEMS[0]}
# ${dateOf('effective')}
effective:
${UNREAD_YAML}
`,
};

/** A page to be written, by its kind. `today` is an ISO date. */
export interface NewPage {
  readonly kind: Exclude<Kind, 'circular'>;
  readonly title: string;
  readonly today: IsoDate;
}

/** The text of a draft that says nothing that is not known, with remarks for who writes on. */
export const skeletonOf = ({ kind, title, today }: NewPage): string => `---
# ร่าง: ยังไม่ขึ้นหน้าเว็บจริง เอาบรรทัด draft ออกเมื่อเขียนเสร็จและตรวจกับต้นฉบับแล้ว
draft: true
${stringify({ title }, { lineWidth: 0 })}# สรุปหนึ่งประโยคด้วยภาษาง่าย ๆ ใช้ในรายการและผลค้นหา
summary: ${SUMMARY}
${kind === 'changelog' ? '' : `# ระบบที่เกี่ยวข้อง ถ้ามี: ${SYSTEMS.join(', ')}\n# system:\n`}# วันที่ลงในเวียน
published: "${today}"
${LISTS}${FIELDS[kind]}---

${ask(ASKED.summary.ask)}
`;

/** The draft of a circular of which nothing has been read yet; `taken` are the ids of all years. */
export const circularSkeleton = ({
  title,
  today,
  issuer,
  taken,
  id: askedId,
}: {
  readonly title: string;
  readonly today: IsoDate;
  readonly issuer: string;
  readonly taken: ReadonlySet<string>;
  readonly id: string | undefined;
}): CircularDraft => {
  const unread = {
    value: null,
    doubt: {
      kind: UNREAD.doubt,
      readings: UNREAD.readings.map((one) => ({ ...one, value: null })),
      note: UNREAD.note,
    },
  };
  const key = { issuer, number: unread, date: unread };
  const id = askedId ?? mintPermanentId(key, taken);
  return {
    year: String(Number(today.slice(0, 4)) + BUDDHIST_ERA_OFFSET),
    id,
    key,
    frontMatter: {
      id,
      draft: true,
      title,
      summary: SUMMARY,
      letter: {
        level: 'department',
        issuer,
        number: UNREAD,
        date: UNREAD,
        subject: UNREAD,
        to: [{ text: `${DRAFT_MARK} ยังไม่ได้ใส่ผู้รับ` }],
        secrecy: 'normal',
      },
      force: { status: 'unknown', note: `${DRAFT_MARK}: ยังไม่ได้ตรวจสถานะการใช้บังคับ` },
      source: `${DRAFT_MARK}: ใส่ว่าอ่านจากสำเนาใด`,
      published: today,
    },
    remarks: {
      draft: 'ร่าง: ยังไม่ขึ้นหน้าเว็บจริง เอาบรรทัด draft ออกเมื่อเขียนเสร็จและตรวจกับต้นฉบับแล้ว',
      summary: 'สรุปหนึ่งประโยคด้วยภาษาง่าย ๆ ใช้ในรายการและผลค้นหา',
      'letter.level': ask('ระดับของผู้ออกหนังสือ: department กรม, ministry กระทรวง, province จังหวัด'),
      'letter.issuer': ask('หน่วยงานผู้ออก ดูรหัสใน content/registry/offices.csv'),
      'letter.number': NUMBER,
      'letter.date': DATE,
      'letter.subject': ask('ใส่เรื่องตามหนังสือแทนหกบรรทัดใต้คำนี้ (subject: ถึง note:)'),
      'letter.to': ask('ใส่ผู้รับตามหนังสือ (เรียน) ทีละบรรทัด'),
      'letter.secrecy': 'มีได้เพียง normal (ปกติ) หนังสือที่มีชั้นความลับห้ามนำมาไว้ที่นี่',
      force: 'unknown จนกว่าจะมีหนังสือที่บอกสถานะ ห้ามอนุมานเอง',
      source: ask('ใส่ว่าอ่านจากสำเนาใด'),
      published: 'วันที่ลงในเวียน',
    },
    body: Object.values(ASKED)
      .flatMap(({ heading, ask: asked }) => [`## ${heading}`, '', ask(asked), ''])
      .join('\n'),
    coveringLetters: [],
    movements: [],
    letters: [],
  };
};
