/** Texts about the letter's own file, in Thai. */
export const letterFile = {
  label: 'ตัวหนังสือฉบับนี้เอง ไม่ใช่สิ่งที่ส่งมาด้วย',
  title: 'สำเนาตัวหนังสือ',
  sheets: (count: number): string => `${count} หน้า`,
  pages: (count: number): string => `ดูภาพหนังสือทีละหน้า (${count} หน้า)`,
  more: (shown: number, all: number): string =>
    `แสดงภาพ ${shown} หน้าแรก จากทั้งหมด ${all} หน้า หน้าที่เหลืออยู่ในไฟล์`,
  cutOuts: {
    /** Names of fields as `letterFile.seen` names them, without what they lie in. */
    field: {
      number: 'เลขที่หนังสือ',
      date: 'วันที่',
      subject: 'เรื่อง',
      urgency: 'ชั้นความเร็ว',
      issuer: 'ส่วนราชการเจ้าของหนังสือ',
      to: 'เรียน',
      references: 'อ้างถึง',
      attachments: 'สิ่งที่ส่งมาด้วย',
      cancels: 'หนังสือที่ยกเลิก',
      deadlines: 'กำหนดเวลา',
      signatory: 'ผู้ลงนาม',
      stamps: 'ตรารับหนังสือ',
    },
    nth: (name: string, nth: string): string => `${name} รายการที่ ${nth}`,
    alt: (name: string, page: string): string => `ภาพจากสำเนาหนังสือตรงที่อ่าน${name} หน้า ${page}`,
    caption: (page: string): string => `ภาพจากสำเนาหนังสือ หน้า ${page}`,
    summary: (count: number): string => `เทียบแต่ละช่องกับภาพในหนังสือ (${count} ภาพ)`,
  },
  pageOf: (page: string, title: string): string => `หน้า ${page} ของหนังสือ ${title}`,
};
