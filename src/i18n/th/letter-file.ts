/** Texts about the letter's own file, in Thai. */
export const letterFile = {
  label: 'ตัวหนังสือฉบับนี้เอง ไม่ใช่สิ่งที่ส่งมาด้วย',
  title: 'สำเนาตัวหนังสือ',
  sheets: (count: number): string => `${count} หน้า`,
  pages: (count: number): string => `ดูภาพหนังสือทีละหน้า (${count} หน้า)`,
  more: (shown: number, all: number): string =>
    `แสดงภาพ ${shown} หน้าแรก จากทั้งหมด ${all} หน้า หน้าที่เหลืออยู่ในไฟล์`,
  pageOf: (page: string, title: string): string => `หน้า ${page} ของหนังสือ ${title}`,
};
