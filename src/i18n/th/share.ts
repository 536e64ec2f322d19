/** Texts for sharing a page, in Thai. */
export const share = {
  open: 'แชร์หน้านี้',
  system: 'เลือกแอปในเครื่อง',
  line: 'ส่งทาง LINE',
  mail: 'ส่งทางอีเมล',
  text: 'ข้อความที่จะส่ง',
  note: 'เวียนไม่ติดต่อเว็บอื่นจนกว่าจะกดส่ง',
  card: { note: 'ไม่ใช่เว็บไซต์ของหน่วยงานราชการ ให้ยึดต้นฉบับของหน่วยงานผู้ออกหนังสือเสมอ' },
  /** Lines of the text that is shared. */
  lines: {
    number: (number: string): string => `ที่ ${number}`,
    numberUnclear: (readings: string): string =>
      readings === ''
        ? 'เลขที่ยังไม่ยืนยัน ต้องตรวจสอบกับต้นฉบับ'
        : `เลขที่ต้องตรวจสอบกับต้นฉบับ อ่านได้ ${readings}`,
    dayUnclear: (readings: string): string =>
      readings === ''
        ? 'มีกำหนดวัน แต่อ่านไม่ได้ ต้องตรวจสอบกับต้นฉบับ'
        : `กำหนดวันต้องตรวจสอบกับต้นฉบับ อ่านได้ ${readings}`,
    or: ' หรือ ',
    force: (label: string, explain: string): string => `[${label}] ${explain}`,
    until: (day: string): string => `ภายใน ${day}`,
    duty: (role: string, what: string, when: string, source: string | null): string =>
      `- ${role}: ${what} (${when}${source === null ? '' : ` ตาม ${source}`})`,
    more: (count: number): string => `- มีกำหนดเวลาอื่นอีก ${count} ข้อ ดูในหน้านี้`,
  },
};
