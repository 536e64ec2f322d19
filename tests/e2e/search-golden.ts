/** A query as staff would type it, and the pages of which one must come among the first three. */
export type Golden = readonly [query: string, ...pages: string[]];

const SIGN_IN = '/circulars/2567/dla-0808-4-w2007-0917/';
const CLOSING = '/circulars/2568/dla-0808-4-w1541-0402/';
const PASSWORDS = '/circulars/2568/dla-x-wx-0325/';
const KNOWLEDGE = '/circulars/2563/dla-x-wx-07xx/';
const ALL_PARTS = '/circulars/2558/moi-x-wx-0819/';
const REVOKED = '/laws/mt-0808-4-w2698-2562/';

/** By kind of query. */
export const GOLDEN: Readonly<Record<string, readonly Golden[]>> = {
  'letter numbers': [
    ['มท ๐๘๐๘.๔/ว ๒๐๐๗', SIGN_IN],
    ['มท0808.4/ว2007', SIGN_IN],
    ['มท 0808.4/ว.2007', SIGN_IN],
    ['0808.4/ว2007', SIGN_IN],
    ['ว2007', SIGN_IN],
    ['หนังสือ ว 1541', CLOSING],
    ['นพ 0023.5/ว 1578', CLOSING],
    ['ชม 0023.15/6698', PASSWORDS],
    ['ชม ๐๐๒๓.๕/ว ๑๗๖๘๔', PASSWORDS],
    ['มท 0808.4/ว 1639', PASSWORDS],
    ['มท 0808.4/ว 1966', PASSWORDS],
    ['สน 0023.5/17706', KNOWLEDGE],
    ['สน 0023.5/1414', KNOWLEDGE],
    ['มท 0808.4/ว 2719', ALL_PARTS],
    ['ว 219', '/laws/mt-0808-4-w219-2567/'],
    ['ว ๓๘๕๐', '/laws/mt-0808-4-w3850-2567/'],
    ['นพ 0023.5/ว1375', '/laws/np-0023-5-w1375-2568/'],
    ['มท 0808.4/ว 2698', REVOKED],
  ],
  'letter numbers in other words': [
    ['200', SIGN_IN],
    ['2007', SIGN_IN],
    ['163', PASSWORDS],
    ['ว2007 ยังใช้อยู่ไหม', SIGN_IN],
    ['ว 1541 ยกเลิกหรือยัง', CLOSING],
    ['2007 18 ก.ย. 67', SIGN_IN],
    ['ว 1693', PASSWORDS],
    ['ว2070', SIGN_IN],
  ],
  'other keyboards and PDFs': [
    [']n,isylzjko', '/faq/forgotten-password/'],
    ['ำ-สฟฟห', SIGN_IN, CLOSING, KNOWLEDGE, '/changelog/elaas-single-system-2563/'],
    ['กำรเข้ำใช้งำนระบบ', CLOSING, SIGN_IN],
  ],
  dates: [
    ['17 กันยายน 2567', SIGN_IN],
    ['๑๗ ก.ย. ๖๗', SIGN_IN],
    ['17/9/2567', SIGN_IN],
    ['2024-09-17', SIGN_IN],
    ['17 September 2024', SIGN_IN],
    ['2 เม.ย. 68', CLOSING],
    ['19 สิงหาคม 2558', ALL_PARTS],
    ['14 ก.ค. 2551', '/laws/mt-0808-4-w1515-2551/'],
    ['10 กรกฎา 62', REVOKED, '/faq/old-letter-2698/'],
    ['กรกฎาคม 2563', KNOWLEDGE],
  ],
  questions: [
    ['ลืมรหัสผ่านทำอย่างไร', '/faq/forgotten-password/'],
    ['เข้าระบบไม่ได้ ทำยังไงดี', '/manuals/cannot-sign-in/'],
    ['ไม่ได้รับ OTP ต้องทำอย่างไร', '/faq/otp-not-arriving/'],
    ['ต้องเปลี่ยนรหัสผ่านทุกกี่เดือน', '/faq/password-how-often/', '/faq/password-rules/'],
    ['ให้คนอื่นยืนยันตัวตนแทนได้ไหม', '/faq/identify-for-someone/'],
    ['ระบบปิดตั้งแต่วันไหน', '/faq/when-closed/', '/faq/when-reopened/'],
    ['คลิปสอนใช้งานดูได้ที่ไหน', '/faq/where-manuals/'],
    ['นายกอยากดูตัวเลขในระบบ', '/faq/executive-access/'],
    ['หนังสือเก่ายกเลิกแล้วหรือยัง', '/faq/reference-means-repeal/', '/faq/old-letter-2698/'],
    ['อบต ไม่มีเน็ตใช้ทำบัญชีอย่างไร', '/faq/no-internet/'],
    ['ทำไมเทศบาลเมืองได้หนังสือจากจังหวัดโดยตรง', '/faq/town-municipality-receives/'],
    ['จังหวัดมาตรวจบัญชีดูอะไรบ้าง', '/faq/what-province-checks/', '/manuals/following-up-authorities/'],
  ],
  keywords: [
    ['ตั้งกระทู้ เว็บบอร์ด', '/faq/km-post-question/'],
    ['ตรวจรายชื่อผู้ใช้ 6 เดือน', '/manuals/six-monthly-user-review/', '/faq/review-how-often/'],
    [
      'หัวหน้าหน่วยงานคลัง ขอรหัส',
      '/faq/head-of-treasury-locked-out/',
      '/manuals/user-names-and-passwords/',
      '/forms/treasury-head-access-request/',
    ],
    [
      'แบบคำขอ รหัสผู้ใช้',
      '/forms/treasury-head-access-request/',
      '/forms/user-access-request/',
      '/faq/sample-forms/',
    ],
    ['เบราว์เซอร์ จำรหัส', '/faq/browser-remember/'],
    ['ศูนย์พัฒนาเด็กเล็ก', '/faq/sub-units-may-use/'],
    ['งานสารบรรณ 2526', '/laws/correspondence-regulation-2526/'],
    ['ข้อมูลส่วนบุคคล', '/laws/personal-data-protection-act-2562/'],
    ['ทำบัญชีด้วยมือ', '/faq/bookkeeping-by-hand/'],
  ],
  'typing errors': [
    ['ลืมรหัสผาน', '/faq/forgotten-password/'],
    ['ยืนยันตัวตนแทนได้หรือไม', '/faq/identify-for-someone/'],
    ['เวบบอร์ด', '/faq/km-post-question/'],
    ['ศูนย์พัฒนาเด็กเลก', '/faq/sub-units-may-use/'],
    [
      'เเบบคำขอ',
      '/forms/treasury-head-access-request/',
      '/forms/user-access-request/',
      '/faq/sample-forms/',
    ],
    ['ส าเนาต้นฉบับ', '/faq/is-copy-original/', SIGN_IN, CLOSING, PASSWORDS, KNOWLEDGE, ALL_PARTS],
    ['ข้อมูลส่วนบุคล', '/laws/personal-data-protection-act-2562/'],
  ],
  'other words for it': [
    ['ลืมพาสเวิร์ด', '/faq/forgotten-password/'],
    ['ลืม password', '/faq/forgotten-password/'],
    [
      'ล็อกอินไม่ได้',
      '/manuals/cannot-sign-in/',
      '/faq/officer-locked-out/',
      '/faq/head-of-treasury-locked-out/',
    ],
    ['ไม่มีอินเตอร์เน็ต', '/faq/no-internet/'],
    ['ศพด. ใช้ระบบได้ไหม', '/faq/sub-units-may-use/'],
    ['วีดีโอ คู่มือ', '/faq/where-manuals/'],
    ['elaas ครั้งแรก', '/faq/first-sign-in/'],
    ['new e laas เข้าเว็บไหน', '/faq/web-address/'],
    ['ไทยไอดี', '/manuals/thaid-sign-in/'],
    ['e-lass ครั้งแรก', '/faq/first-sign-in/'],
  ],
  phrases: [
    ['"คลังความรู้"', '/manuals/using-km-elaas/', KNOWLEDGE],
    ['"ระบบเดียว" บัญชี', '/changelog/elaas-single-system-2563/', KNOWLEDGE],
  ],
};
