/** One place to fill in: some lines of text, a choice of boxes to tick, or room for a signature in ink. */
export type FormField =
  | { readonly text: string; readonly lines?: number }
  | { readonly signature: string }
  | { readonly tick: string; readonly options: readonly string[] };

export interface FormSection {
  readonly heading: string;
  /** Said below the heading, in smaller letters. */
  readonly note?: string;
  readonly fields: readonly FormField[];
}

/** A request form of our own making: the words on it. */
export interface FormDesign {
  /** Folder under content/forms, and name of the document. */
  readonly slug: string;
  readonly title: string;
  readonly sentTo: string;
  readonly sections: readonly FormSection[];
}

/** Stands on every page of every form. */
export const SAMPLE_MARK = 'ตัวอย่างที่เวียนจัดทำ ไม่ใช่แบบของกรมส่งเสริมการปกครองท้องถิ่น';
/** Stands at the foot of every page of every form. */
export const SAMPLE_ADVICE = 'ใช้เตรียมข้อมูลเท่านั้น ตอนยื่นให้ใช้แบบของกรม ห้ามเขียนรหัสผ่านหรือ OTP ลงในแบบนี้';

const LOCAL_AUTHORITY_TYPES = ['อบจ.', 'เทศบาลนคร', 'เทศบาลเมือง', 'เทศบาลตำบล', 'อบต.', 'เมืองพัทยา'];

const applicant = (heading: string): FormSection => ({
  heading,
  fields: [
    { text: 'ชื่อและนามสกุล' },
    { text: 'ตำแหน่ง' },
    { text: 'คำสั่งแต่งตั้งหรือมอบหมายงาน เลขที่และวันที่' },
    { text: 'อีเมลที่ใช้ทำงาน' },
    { text: 'โทรศัพท์ของสำนักงาน' },
  ],
});

const trouble: FormSection = {
  heading: 'ปัญหาที่พบ',
  fields: [{ text: 'ติดที่ขั้นใด วันและเวลาใด' }, { text: 'ข้อความบนหน้าจอ และสิ่งที่ลองแก้แล้ว', lines: 2 }],
};

const signature = (who: string): FormSection => ({
  heading: who,
  note: 'พิมพ์แล้วลงลายมือชื่อ',
  fields: [{ signature: 'ลงชื่อ' }, { text: 'ชื่อตัวบรรจงและตำแหน่ง' }, { text: 'วันที่' }],
});

export const FORMS: readonly FormDesign[] = [
  {
    slug: 'treasury-head-access-request',
    title: 'ตัวอย่างแบบที่ 1 คำขอรหัสผู้ใช้และรหัสผ่าน New e-LAAS สำหรับหัวหน้าหน่วยงานคลัง',
    sentTo: 'แบบจริงยื่นต่อกรมส่งเสริมการปกครองท้องถิ่น พร้อมหนังสือของ อปท.',
    sections: [
      {
        heading: 'หน่วยงาน',
        fields: [
          { text: 'ชื่อ อปท.' },
          { tick: 'ประเภท', options: LOCAL_AUTHORITY_TYPES },
          { text: 'อำเภอและจังหวัด' },
        ],
      },
      applicant('หัวหน้าหน่วยงานคลังผู้ขอ'),
      {
        heading: 'เรื่องที่ขอ',
        fields: [
          {
            tick: 'เลือกได้มากกว่าหนึ่งข้อ',
            options: ['ยังไม่เคยมีรหัสผู้ใช้', 'เข้าระบบไม่ได้', 'เปลี่ยนตัวหัวหน้าหน่วยงานคลัง', 'อื่น ๆ'],
          },
          { text: 'รหัสผู้ใช้เดิม ถ้ามี (ไม่ใส่รหัสผ่าน)' },
          { text: 'รายละเอียด', lines: 2 },
        ],
      },
      trouble,
      signature('ผู้ขอ'),
    ],
  },
  {
    slug: 'user-access-request',
    title: 'ตัวอย่างแบบที่ 2 คำขอเป็นผู้ใช้งาน New e-LAAS สำหรับผู้ปฏิบัติงานและหน่วยงานภายใต้สังกัด',
    sentTo: 'แบบจริงยื่นต่อหัวหน้าหน่วยงานคลังตามที่เลือกในข้อ 1',
    sections: [
      {
        heading: 'หน่วยงานและผู้รับคำขอ',
        fields: [
          { text: 'ชื่อ อปท.' },
          { text: 'ชื่อหน่วยงานภายใต้สังกัด ถ้ามี' },
          {
            tick: 'ยื่นต่อหัวหน้าหน่วยงานคลังของ',
            options: ['อปท.', 'หน่วยงานภายใต้สังกัด'],
          },
        ],
      },
      applicant('ผู้ขอ'),
      {
        heading: 'เรื่องที่ขอ',
        fields: [
          {
            tick: 'เลือกได้มากกว่าหนึ่งข้อ',
            options: ['เป็นผู้ใช้ใหม่', 'เข้าระบบไม่ได้', 'เปลี่ยนสิทธิ', 'นำออกจากระบบ', 'อื่น ๆ'],
          },
          { text: 'รหัสผู้ใช้เดิม ถ้ามี (ไม่ใส่รหัสผ่าน)' },
          { text: 'งานที่ต้องใช้ระบบ และสิทธิที่ต้องการ', lines: 2 },
        ],
      },
      trouble,
      signature('ผู้ขอ'),
      {
        heading: 'สำหรับหัวหน้าหน่วยงานคลัง',
        fields: [
          { tick: 'ผล', options: ['อนุญาต', 'ไม่อนุญาต', 'ขอข้อมูลเพิ่ม'] },
          { text: 'กลุ่มผู้ใช้และสิทธิที่ให้ หรือเหตุผล', lines: 2 },
          { signature: 'ลงชื่อ' },
          { text: 'ตำแหน่งและวันที่' },
        ],
      },
    ],
  },
];
