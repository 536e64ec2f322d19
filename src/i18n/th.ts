import { follow } from './th-follow.ts';
import { formats } from './th-formats.ts';

/** Interface texts in Thai: the frame of the portal, never its content. */
export const th = {
  format: formats,
  follow,

  site: {
    name: 'เวียน',
    tagline: 'คลังความรู้และหนังสือเวียนของท้องถิ่น',
    description: 'ค้นหนังสือเวียน คู่มือ คำถามที่พบบ่อย และแบบฟอร์มของงานท้องถิ่น พร้อมเส้นทางที่หนังสือเดินทางมา',
    wordmark: 'เวียน',
    skip: 'ข้ามไปเนื้อหาหลัก',
    menu: 'เมนู',
    mainMenu: 'เมนูหลัก',
    breadcrumb: 'คุณอยู่ที่',
    home: 'หน้าแรก',
    notGovernment:
      'เวียนเป็นเครื่องมือค้นหนังสือ ไม่ใช่เว็บไซต์ของหน่วยงานราชการ สำเนาทุกฉบับใช้เพื่อการสืบค้น ให้ยึดต้นฉบับของหน่วยงานผู้ออกหนังสือเสมอ',
    footerMenu: 'เมนูท้ายหน้า',
    asOf: (date: string): string => `ข้อมูล ณ ${date}`,
    pageTitle: (title: string): string => `${title} - เวียน`,
  },

  nav: {
    circulars: 'หนังสือเวียน',
    manuals: 'คู่มือ',
    faq: 'ถาม-ตอบ',
    changelog: 'การปรับปรุงระบบ',
    news: 'ข่าว',
    laws: 'กฎหมายและหนังสือสั่งการ',
    forms: 'แบบฟอร์ม',
    search: 'ค้นหา',
    about: 'เกี่ยวกับเวียน',
    accessibility: 'การเข้าถึงเว็บไซต์',
  },

  sections: {
    circulars: 'หนังสือเวียนทีละฉบับ: ใครต้องทำอะไร เมื่อไร และหนังสือเดินทางถึงไหน',
    manuals: 'วิธีทำงานทีละขั้น เขียนจากหนังสือที่อ้างถึงได้',
    faq: 'คำถามจากงานจริง ตอบสั้น พร้อมหนังสือที่เป็นที่มา',
    changelog: 'ระบบบัญชีเปลี่ยนอะไรไปบ้าง ตั้งแต่เมื่อไร ตามหนังสือฉบับใด',
    news: 'ประกาศเปิด ปิด และกำหนดการของระบบ',
    laws: 'กฎหมาย ระเบียบ และหนังสือสั่งการที่หนังสือเวียนอ้างถึง',
    forms: 'แบบฟอร์มตัวอย่างสำหรับกรอก และใครต้องส่งถึงใคร',
  },

  search: {
    label: 'ค้นหาในเวียน',
    placeholder: 'เช่น ลืมรหัสผ่าน หรือ ว 2007',
    submit: 'ค้นหา',
    hint: 'ค้นด้วยคำพูดธรรมดา เลขที่หนังสือ หรือวันที่ก็ได้ พิมพ์ผิดบ้างไม่เป็นไร',
  },

  home: {
    title: 'หนังสือเวียนถึงท้องถิ่น ค้นได้ที่เดียว',
    lead: 'รู้ว่าหนังสือฉบับไหนสั่งให้ใครทำอะไร ภายในเมื่อไร และยังใช้อยู่หรือไม่',
    routeLabel: 'เส้นทางของหนังสือเวียน จากกรมถึงหน่วยงานใต้สังกัด',
    stops: ['กรม', 'จังหวัด', 'อำเภอ', 'อปท.', 'หน่วยงาน'],
    notices: 'ประกาศเรื่องระบบ',
    noNotices: 'ไม่มีประกาศเรื่องระบบในขณะนี้',
    allNews: 'ข่าวทั้งหมด',
    newest: 'หนังสือเวียนล่าสุด',
    allCirculars: 'หนังสือเวียนทั้งหมด',
    noCirculars: 'ยังไม่มีหนังสือเวียนในเวียน',
    deadlines: 'กำหนดที่ใกล้ถึง',
    noDeadlines: 'ไม่มีกำหนดข้างหน้าที่หนังสือระบุวันไว้',
    deadlinesNote: 'นับเฉพาะวันที่หนังสือระบุไว้เท่านั้น',
    duties: 'งานที่ต้องทำเป็นรอบ',
    sections: 'หมวดเนื้อหา',
    pages: (count: number): string => `${count} เรื่อง`,
  },

  notice: {
    kind: {
      closed: 'ปิดระบบ',
      open: 'เปิดระบบ',
      window: 'ช่วงเวลาดำเนินการ',
      information: 'แจ้งให้ทราบ',
    },
    state: {
      coming: 'ยังไม่ถึงกำหนด',
      present: 'อยู่ในช่วงนี้',
      begun: 'เริ่มแล้ว ไม่มีหนังสือแจ้งวันสิ้นสุด',
      past: 'ผ่านไปแล้ว',
    },
  },

  force: {
    heading: 'สถานะการใช้บังคับ',
    status: {
      'in-force': 'ใช้บังคับอยู่',
      cancelled: 'ยกเลิกแล้ว',
      superseded: 'มีฉบับใหม่ใช้แทน',
      expired: 'สิ้นผลแล้ว',
      unknown: 'ไม่ทราบสถานะ',
    },
    explain: {
      'in-force': 'มีหนังสือยืนยันว่ายังใช้บังคับ',
      cancelled: 'อย่าปฏิบัติตามหนังสือฉบับนี้',
      superseded: 'ให้ปฏิบัติตามฉบับที่ใช้แทน',
      expired: 'พ้นเวลาที่หนังสือกำหนดไว้แล้ว',
      unknown: 'เวียนไม่พบหนังสือที่ยืนยันว่าฉบับนี้ยังใช้หรือเลิกใช้แล้ว ตรวจสอบกับหน่วยงานผู้ออกหนังสือก่อนใช้อ้างอิง',
    },
    by: 'ตามหนังสือ',
    since: (date: string): string => `ตั้งแต่ ${date}`,
  },

  doubt: {
    check: 'ต้องตรวจสอบกับต้นฉบับ',
    kind: {
      unclear: 'สำเนาไม่ชัด',
      conflict: 'สำเนาแต่ละฉบับเขียนไม่ตรงกัน',
      unreadable: 'อ่านไม่ออก',
      cited: 'ทราบจากหนังสือฉบับอื่นที่อ้างถึงเท่านั้น',
    },
    nothing: 'อ่านไม่ได้',
    readings: 'ที่อ่านได้',
    read: (text: string): string => `“${text}”`,
    impossible: 'ไม่มีวันหรือเลขเช่นนี้',
    in: 'ใน',
    thisLetter: 'ตัวหนังสือ',
  },

  circular: {
    copyNote: 'สำเนาเพื่อการสืบค้น ไม่ใช่ต้นฉบับ',
    original: (office: string): string => `ขอต้นฉบับได้ที่ ${office}`,
    source: 'อ่านจาก',
    actions: 'ต้องทำอะไร',
    noActions: 'หนังสือฉบับนี้แจ้งเพื่อทราบ ไม่ได้สั่งให้ทำสิ่งใด',
    actionWithdrawn: 'ไม่ต้องทำแล้ว',
    deadline: 'ภายใน',
    window: 'ช่วงเวลา',
    every: 'เป็นรอบ',
    asked: 'ตาม',
    guidance: 'คำแนะนำ',
    facts: 'หน้าหนังสือ',
    attachments: 'สิ่งที่ส่งมาด้วย',
    noAttachments: 'หนังสือไม่ได้ระบุสิ่งที่ส่งมาด้วย',
    missing: 'เวียนไม่มีไฟล์นี้',
    download: 'ดาวน์โหลด',
    attachmentsBy: 'วิธีรับเอกสารตามที่หนังสือบอก',
    copies: (count: number): string => `${count} ชุด`,
    replaced: 'มีไฟล์ใหม่ใช้แทนแล้ว',
    checksum: 'รหัสตรวจไฟล์ SHA-256',
    chain: 'เส้นทางของหนังสือ',
    chainNote: 'แสดงเฉพาะที่มีบันทึก ไม่มีบันทึกไม่ได้แปลว่าไม่ได้รับ',
    sent: 'ส่งต่อ',
    issued: 'ออกหนังสือ',
    received: 'รับหนังสือ',
    registerNumber: 'เลขรับ',
    letterNumber: 'ที่',
    date: 'ลงวันที่',
    stampDate: 'วันที่',
    stampTime: 'เวลา',
    noRecord: 'ไม่มีบันทึก',
    differences: 'ข้อความที่หนังสือนำส่งเขียนต่างจากต้นเรื่อง',
    differenceHere: 'หนังสือนำส่ง',
    differenceOriginal: 'ต้นเรื่อง',
    references: 'หนังสือที่เกี่ยวข้อง',
    refersTo: 'อ้างถึง',
    cancels: 'ยกเลิกหนังสือ',
    referredBy: 'ถูกอ้างถึงโดย',
    linkKind: {
      refers: 'อ้างถึงฉบับนี้',
      cancels: 'ยกเลิกฉบับนี้',
      'sets-force': 'ใช้ฉบับนี้ยืนยันสถานะ',
      source: 'ใช้ฉบับนี้เป็นที่มา',
      related: 'แนะนำให้อ่านต่อ',
    },
    external: 'ไม่มีในเวียน',
    referenceNote: 'การอ้างถึงไม่ได้แปลว่ายกเลิก',
    noReferences: 'ไม่มีหนังสือที่อ้างถึงกัน',
    cite: 'การอ้างอิงหนังสือฉบับนี้',
    citeText: 'ข้อความสำหรับอ้างถึง',
    citeAddress: 'ที่อยู่ถาวรของหน้านี้',
    copy: 'คัดลอก',
    copied: 'คัดลอกแล้ว',
    contact: 'หน่วยงานที่ตอบคำถาม',
    phone: 'โทร.',
    letter: {
      number: 'ที่',
      date: 'วันที่',
      subject: 'เรื่อง',
      to: 'เรียน',
      references: 'อ้างถึง',
      attachments: 'สิ่งที่ส่งมาด้วย',
      urgency: 'ชั้นความเร็ว',
      signatory: 'ผู้ลงนาม',
      issuer: 'ส่วนราชการ',
      onBehalf: (post: string): string => `ปฏิบัติราชการแทน ${post}`,
    },
    list: {
      title: 'หนังสือเวียน',
      lead: 'เรียงตามปีที่ออกหนังสือ ฉบับใหม่อยู่บน',
      jump: 'ไปที่ปี',
      yearTitle: (year: string): string => `หนังสือเวียน ${year}`,
      pages: 'หน้าของรายการ',
    },
    numberMissing: 'ไม่ทราบเลขที่',
  },

  urgency: {
    normal: 'ปกติ',
    urgent: 'ด่วน',
    'very-urgent': 'ด่วนมาก',
    'most-urgent': 'ด่วนที่สุด',
  },
  urgentUntil: (date: string): string => `ด่วนภายใน ${date}`,

  level: {
    ministry: 'กระทรวง',
    department: 'กรม',
    province: 'จังหวัด',
    district: 'อำเภอ',
    authority: 'อปท.',
    unit: 'หน่วยงานภายใต้สังกัด',
  },

  role: {
    'treasury-head': 'หัวหน้าหน่วยงานคลัง',
    user: 'ผู้ใช้งานทุกคน',
    'unit-treasury-head': 'หัวหน้าหน่วยงานคลังของหน่วยงานภายใต้สังกัด',
    unit: 'หน่วยงานภายใต้สังกัด',
    'local-authority': 'องค์กรปกครองส่วนท้องถิ่น',
    executive: 'ผู้บริหารท้องถิ่น',
    district: 'อำเภอ',
    'provincial-office': 'สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด',
  },

  document: {
    published: 'ลงในเวียนเมื่อ',
    changed: 'แก้ไขล่าสุด',
    changes: 'ประวัติการแก้ไขหน้านี้',
    sources: 'ที่มา',
    related: 'อ่านต่อ',
    forRoles: 'สำหรับ',
    onThisPage: 'ในหน้านี้',
    effective: 'มีผล',
    filledBy: 'ผู้กรอก',
    sentTo: 'ส่งถึง',
    files: 'ไฟล์',
    officialText: 'ตัวบททางการ',
    leavesSite: 'ไปยังเว็บไซต์อื่น',
    knownFacts: 'ข้อเท็จจริงที่ทราบ',
    kind: {
      act: 'พระราชบัญญัติ',
      regulation: 'ระเบียบ',
      'directive-letter': 'หนังสือสั่งการ',
    },
    lead: {
      manuals: 'เลือกเรื่องที่กำลังทำอยู่ แต่ละเล่มบอกว่าใครทำขั้นไหน และมาจากหนังสือฉบับใด',
      faq: 'คำตอบสั้นอยู่ใต้คำถาม กดที่คำถามเพื่ออ่านคำตอบเต็มและที่มา',
      changelog: 'เรียงจากใหม่ไปเก่า วันที่มีผลเป็นไปตามหนังสือ ไม่ใช่วันที่ลงในเวียน',
      news: 'ประกาศแต่ละเรื่องบอกสถานะตามวันที่ของข้อมูล',
      laws: 'บันทึกเท่าที่ทราบจากหนังสือที่อ้างถึง ไม่ใช่ตัวบททางการ',
      forms: 'แบบฟอร์มที่เวียนจัดทำเป็นตัวอย่าง ใช้ดูหัวข้อที่ต้องกรอกก่อนใช้แบบจริงของกรม',
    },
    empty: 'ยังไม่มีเนื้อหาในหมวดนี้',
  },

  sample: {
    badge: 'ตัวอย่าง',
    page: 'หน้านี้เป็นข้อมูลตัวอย่างที่แต่งขึ้นเพื่อทดลองใช้ ไม่ใช่หนังสือหรือเรื่องจริง',
    form: 'แบบฟอร์มนี้เวียนจัดทำเป็นตัวอย่าง ไม่ใช่แบบของกรม ห้ามใช้ยื่นแทนแบบจริง',
  },

  notFound: {
    title: 'ไม่พบหน้านี้',
    lead: 'ที่อยู่อาจพิมพ์ผิดหรือลิงก์เก่าไม่ครบ ลองค้นด้วยชื่อเรื่องหรือเลขที่หนังสือ',
    permanent: 'ที่อยู่ของหนังสือเวียนในเวียนเป็นที่อยู่ถาวร ไม่เปลี่ยนและไม่ถูกนำไปใช้ซ้ำ',
  },
};

/** The shape that every language has to fill: the keys of the Thai texts, with texts of its own. */
export type Messages = Widen<typeof th>;

type Widen<Value> = Value extends string
  ? string
  : Value extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : { [Key in keyof Value]: Widen<Value[Key]> };
