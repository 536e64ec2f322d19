/** Texts of feeds, calendars and the page about following. */
export const follow = {
  title: 'ติดตามเรื่องใหม่',
  lead: 'ให้เรื่องใหม่มาหาคุณเอง โดยไม่ต้องสมัครสมาชิกและไม่ต้องบอกอีเมลกับใคร',
  feed: {
    all: 'ทุกเรื่อง',
    allText: 'ทุกอย่างที่เวียนเผยแพร่ และการแก้ไขสำคัญ',
    kindText: (kind: string): string => `${kind}ที่เผยแพร่ใหม่ และการแก้ไขสำคัญ`,
    system: (system: string): string => `เรื่องของ ${system}`,
    systemText: (system: string): string => `ทุกเรื่องที่เกี่ยวกับระบบ ${system}`,
    office: (office: string): string => office,
    officeText: (office: string): string => `หนังสือที่เกี่ยวกับ${office} หรือที่${office}ส่งต่อ ตามที่มีข้อมูล`,
    withdrawn: 'เรื่องที่ยกเลิกหรือถูกแทนแล้ว',
    withdrawnText: 'หนังสือและแนวทางที่มีหนังสือฉบับหลังระบุว่ายกเลิก แทน หรือสิ้นผล',
    siteTitle: (topic: string): string => `เวียน: ${topic}`,
    sampleMark: 'ตัวอย่าง: ',
    changeMark: 'แก้ไขสำคัญ: ',
  },
  what: {
    title: 'ฟีดคืออะไร',
    text: 'ฟีดคือรายการเรื่องใหม่ในรูปที่โปรแกรมอ่านได้ คัดลอกที่อยู่ของฟีดไปวางในโปรแกรมอ่านฟีด เมื่อมีเรื่องใหม่โปรแกรมจะแสดงให้เห็นเอง เวียนไม่รู้ว่าใครติดตามอยู่',
    format: 'แต่ละเรื่องมีสามรูปแบบ เนื้อหาเหมือนกัน ถ้าไม่แน่ใจให้ใช้ RSS',
  },
  groups: {
    general: 'ทั่วไป',
    kinds: 'ตามหมวด',
    systems: 'ตามระบบงาน',
    offices: 'ตามจังหวัดและอำเภอ',
    officesText: 'มีฟีดของทุกจังหวัด และของอำเภอที่มีหนังสือเกี่ยวข้องแล้ว',
  },
  copyOf: (topic: string, format: string): string => `ที่อยู่ฟีด ${format} ของ${topic}`,
  calendar: {
    title: 'ปฏิทิน',
    lead: 'วันครบกำหนด ช่วงเวลา และงานที่ต้องทำเป็นรอบ เฉพาะที่หนังสือระบุไว้ เพิ่มครั้งเดียว ปฏิทินจะปรับตามเอง',
    all: 'ทุกบทบาท',
    subscribe: 'เพิ่มในปฏิทิน',
    download: 'ดาวน์โหลดไฟล์ปฏิทิน',
    addOne: 'เพิ่มเรื่องนี้ในปฏิทิน',
    name: (role: string | null): string =>
      role === null ? 'เวียน: กำหนดเวลา' : `เวียน: กำหนดเวลาของ${role}`,
    description: 'วันที่หนังสือเวียนระบุไว้เท่านั้น ข้อมูลเพื่อการสืบค้น ให้ยึดต้นฉบับหนังสือ',
    needsCheck: 'ต้องตรวจสอบกับต้นฉบับ: ',
    kind: { deadline: 'ครบกำหนด', window: 'ช่วงเวลา', begins: 'เริ่ม', recurring: 'ครบรอบ' },
    eventTitle: (kind: string, role: string, what: string): string => `${kind} (${role}): ${what}`,
    from: (title: string): string => `ตามหนังสือเวียนเรื่อง ${title}`,
    countedFrom: (date: string): string =>
      `หนังสือไม่ได้ระบุวันเริ่มรอบ ปฏิทินนี้นับจากวันที่ของหนังสือ (${date}) หากหน่วยงานของท่านเริ่มรอบวันอื่น ให้ยึดวันของหน่วยงาน`,
  },
  data: {
    title: 'ข้อมูลเปิด',
    text: 'ระบบของหน่วยงานอื่นอ่านข้อมูลเดียวกันนี้ได้ในรูป JSON และ CSV',
    link: 'ข้อมูลเปิดและพจนานุกรมข้อมูล',
  },
};
