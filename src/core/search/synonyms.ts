/** Ways to write one thing, any of which finds the others. */
export interface SynonymGroup {
  /** Name of the concept in the index; never changes while an index lives. */
  readonly id: string;
  readonly forms: readonly string[];
}

/**
 * Reviewed list of synonyms and loan-word spellings in the language of local administration. A group belongs here only
 * where its forms can stand for each other in guidance to staff: broader and narrower words do not. Tone marks, spaces,
 * hyphens and case are levelled before comparing, so that spellings differing in these need no entry. A form of several
 * words has spaces between them, as finely as pages are cut: else the whole is cut as one word, and its words are found
 * in no page any more.
 */
export const SYNONYMS: readonly SynonymGroup[] = [
  // Computing, where loan words have many spellings.
  { id: 'internet', forms: ['อินเทอร์เน็ต', 'อินเตอร์เน็ต', 'อินเทอเน็ต', 'อินเตอเน็ต', 'internet'] },
  {
    id: 'password',
    forms: ['รหัสผ่าน', 'พาสเวิร์ด', 'พาสเวิด', 'พาสเวิร์ท', 'พาสเวอร์ด', 'พาสเวิท', 'พาสเวิต', 'password'],
  },
  {
    id: 'login',
    forms: [
      'เข้าสู่ระบบ',
      'เข้าระบบ',
      'ล็อกอิน',
      'ล็อคอิน',
      'ล๊อกอิน',
      'ลงชื่อเข้าใช้',
      'login',
      'log in',
      'sign in',
    ],
  },
  {
    id: 'logout',
    forms: ['ออกจากระบบ', 'ล็อกเอาต์', 'ล็อกเอาท์', 'ล็อคเอาท์', 'logout', 'log out', 'sign out'],
  },
  {
    id: 'username',
    forms: ['ชื่อผู้ใช้', 'ชื่อผู้ใช้งาน', 'ยูสเซอร์เนม', 'ยูเซอร์เนม', 'username', 'user name'],
  },
  { id: 'user', forms: ['ผู้ใช้งาน', 'ผู้ใช้', 'ยูสเซอร์', 'ยูเซอร์', 'user'] },
  {
    id: 'email',
    forms: ['อีเมล', 'อีเมล์', 'อีเมลล์', 'จดหมายอิเล็กทรอนิกส์', 'ไปรษณีย์อิเล็กทรอนิกส์', 'email', 'e-mail'],
  },
  {
    id: 'website',
    forms: ['เว็บไซต์', 'เว็ปไซต์', 'เวปไซต์', 'เว็บไซท์', 'เว็ปไซด์', 'เว็บไซด์', 'website', 'web site'],
  },
  { id: 'download', forms: ['ดาวน์โหลด', 'ดาวโหลด', 'ดาวน์โหลต', 'download'] },
  { id: 'upload', forms: ['อัปโหลด', 'อัพโหลด', 'upload'] },
  { id: 'update', forms: ['อัปเดต', 'อัพเดท', 'อัพเดต', 'อัปเดท', 'update'] },
  { id: 'software', forms: ['ซอฟต์แวร์', 'ซอฟแวร์', 'ซอร์ฟแวร์', 'software'] },
  {
    id: 'application',
    forms: ['แอปพลิเคชัน', 'แอพพลิเคชั่น', 'แอปพลิเคชั่น', 'แอพพลิเคชัน', 'แอพลิเคชั่น', 'application'],
  },
  { id: 'app', forms: ['แอป', 'แอพ', 'app'] },
  { id: 'computer', forms: ['คอมพิวเตอร์', 'คอมพิวเตอ', 'computer'] },
  { id: 'server', forms: ['เซิร์ฟเวอร์', 'เซิฟเวอร์', 'เครื่องแม่ข่าย', 'server'] },
  { id: 'browser', forms: ['เบราว์เซอร์', 'บราวเซอร์', 'เบราเซอร์', 'browser'] },
  { id: 'file', forms: ['ไฟล์', 'ไฟล', 'แฟ้มข้อมูล', 'file'] },
  { id: 'link', forms: ['ลิงก์', 'ลิงค์', 'ลิ้งค์', 'ลิ้งก์', 'link'] },
  { id: 'click', forms: ['คลิก', 'คลิ๊ก', 'คลิ้ก', 'click'] },
  { id: 'error', forms: ['เออเรอร์', 'เออร์เรอร์', 'ข้อผิดพลาด', 'error'] },
  { id: 'digital', forms: ['ดิจิทัล', 'ดิจิตอล', 'digital'] },
  {
    id: 'electronic',
    forms: [
      'อิเล็กทรอนิกส์',
      'อิเลคทรอนิกส์',
      'อิเล็กทรอนิค',
      'อิเล็คทรอนิค',
      'อีเล็กทรอนิกส์',
      'อิเล็คทรอนิกส์',
      'อิเลกทรอนิกส์',
      'electronic',
    ],
  },
  { id: 'online', forms: ['ออนไลน์', 'ออนไลน', 'online'] },
  { id: 'facebook', forms: ['เฟซบุ๊ก', 'เฟสบุ๊ค', 'เฟซบุ๊ค', 'เฟสบุ๊ก', 'facebook'] },
  { id: 'line', forms: ['ไลน์', 'line'] },
  { id: 'youtube', forms: ['ยูทูบ', 'ยูทูป', 'youtube'] },
  { id: 'video', forms: ['วิดีโอ', 'วีดีโอ', 'วีดิโอ', 'วิดิโอ', 'คลิปวิดีโอ', 'video'] },
  { id: 'qrcode', forms: ['คิวอาร์โค้ด', 'คิวอาร์โค๊ด', 'คิวอาร์', 'qr code', 'qr'] },
  { id: 'barcode', forms: ['บาร์โค้ด', 'บาร์โค๊ด', 'รหัสแท่ง', 'barcode'] },
  { id: 'otp', forms: ['โอทีพี', 'รหัสผ่านแบบใช้ครั้งเดียว', 'รหัสใช้ครั้งเดียว', 'otp'] },
  {
    id: 'thaid',
    forms: [
      'ไทยดี',
      'ไทยไอดี',
      'ไทยดีไอดี',
      'ไทไอดี',
      'ไทยไอดิ',
      'แอปไทยดี',
      'thaid',
      'thai id',
      'thai-d',
      'thaiid',
    ],
  },
  {
    id: 'elaas',
    forms: [
      'อีลาส',
      'อีลาสส',
      'อีแลส',
      'อีราส',
      'อี-ลาส',
      'e-laas',
      'e-lass',
      'e-las',
      'e-laass',
      'e-laa',
      'ระบบบัญชีคอมพิวเตอร์',
    ],
  },
  { id: 'egp', forms: ['อีจีพี', 'e-gp'] },
  { id: 'template', forms: ['เทมเพลต', 'เทมเพลท', 'เทมเพท', 'template'] },
  { id: 'excel', forms: ['เอ็กเซล', 'เอกเซล', 'เอ็กเซลล์', 'เอ็กซ์เซล', 'excel', 'exel'] },
  { id: 'pdf', forms: ['พีดีเอฟ', 'pdf'] },
  { id: 'word', forms: ['เวิร์ด', 'เวิด', 'ms word'] },
  {
    id: 'webboard',
    forms: ['เว็บบอร์ด', 'เวบบอร์ด', 'เวปบอร์ด', 'เว็ปบอร์ด', 'กระดานถามตอบ', 'webboard', 'web board'],
  },
  { id: 'notebook', forms: ['โน้ตบุ๊ก', 'โน๊ตบุ๊ค', 'โน้ตบุ๊ค', 'โน๊ตบุ๊ก', 'คอมพิวเตอร์พกพา', 'notebook'] },
  { id: 'printer', forms: ['เครื่องพิมพ์', 'ปริ้นเตอร์', 'ปรินเตอร์', 'ปริ้นท์เตอร์', 'printer'] },
  { id: 'reset', forms: ['รีเซ็ต', 'รีเซต', 'รีเซท', 'รีเซ็ท', 'ตั้งใหม่', 'reset'] },
  { id: 'folder', forms: ['โฟลเดอร์', 'โฟเดอร์', 'โฟลเดอ', 'folder'] },
  { id: 'mobile', forms: ['มือถือ', 'โทรศัพท์มือถือ', 'โมบาย', 'mobile'] },
  { id: 'wifi', forms: ['ไวไฟ', 'วายฟาย', 'wifi', 'wi-fi'] },
  { id: 'print', forms: ['พิมพ์', 'ปริ้นท์', 'ปริ้น', 'ปรินต์', 'print'] },
  { id: 'scan', forms: ['สแกน', 'แสกน', 'scan'] },
  { id: 'backup', forms: ['สำรองข้อมูล', 'แบ็กอัป', 'แบ็คอัพ', 'backup'] },
  { id: 'report', forms: ['รายงาน', 'รีพอร์ต', 'รีพอร์ท', 'report'] },
  // Offices and their short names.
  {
    id: 'lao',
    forms: ['องค์กรปกครองส่วนท้องถิ่น', 'อปท'],
  },
  { id: 'dla', forms: ['กรมส่งเสริมการปกครองท้องถิ่น', 'สถ', 'dla'] },
  { id: 'moi', forms: ['กระทรวงมหาดไทย', 'มท'] },
  { id: 'sao', forms: ['องค์การบริหารส่วนตำบล', 'อบต'] },
  { id: 'pao', forms: ['องค์การบริหารส่วนจังหวัด', 'อบจ'] },
  { id: 'city', forms: ['เทศบาลนคร', 'ทน'] },
  { id: 'town', forms: ['เทศบาลเมือง', 'ทม'] },
  { id: 'subdistrict', forms: ['เทศบาลตำบล', 'ทต'] },
  { id: 'provincial', forms: ['สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด', 'สถจ', 'ท้องถิ่นจังหวัด'] },
  { id: 'governor', forms: ['ผู้ว่าราชการจังหวัด', 'ผวจ'] },
  { id: 'treasury', forms: ['หน่วย งาน คลัง', 'กอง คลัง', 'สำนัก คลัง', 'ส่วน การ คลัง'] },
  // As the regulation on money of local authorities calls whoever heads the treasury, whatever its rank.
  {
    id: 'treasury-head',
    forms: [
      'หัวหน้า หน่วย งาน คลัง',
      'หัวหน้า คลัง',
      'ผู้ อำนวย การ กอง คลัง',
      'ผู้ อำนวย การ สำนัก คลัง',
      'ผอ. กอง คลัง',
      'ผอ. สำนัก คลัง',
      'ผอ. คลัง',
    ],
  },
  { id: 'oag', forms: ['สำนักงานการตรวจเงินแผ่นดิน', 'สตง'] },
  { id: 'nacc', forms: ['สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ', 'ปปช'] },
  { id: 'childcentre', forms: ['ศูนย์พัฒนาเด็กเล็ก', 'ศพด'] },
  { id: 'hospital', forms: ['โรงพยาบาลส่งเสริมสุขภาพตำบล', 'รพสต'] },
  // Provinces that are spoken of by another name.
  { id: 'korat', forms: ['นครราชสีมา', 'โคราช'] },
  { id: 'ayutthaya', forms: ['พระนครศรีอยุธยา', 'อยุธยา'] },
  { id: 'chachoengsao', forms: ['ฉะเชิงเทรา', 'แปดริ้ว'] },
  { id: 'bangkok', forms: ['กรุงเทพมหานคร', 'กรุงเทพ', 'กทม'] },
  // Laws.
  { id: 'act', forms: ['พระราชบัญญัติ', 'พรบ'] },
  { id: 'decree', forms: ['พระราชกฤษฎีกา', 'พรฎ'] },
  { id: 'personal-data', forms: ['คุ้มครอง ข้อมูล ส่วน บุคคล', 'pdpa'] },
  // Work of the finance and procurement desks.
  { id: 'procurement', forms: ['จัดซื้อจัดจ้าง', 'การจัดซื้อจัดจ้าง'] },
  { id: 'fiscal-year', forms: ['ปีงบประมาณ', 'ปีงบ'] },
  { id: 'allowance', forms: ['เบี้ยยังชีพ', 'เงินสงเคราะห์เพื่อการยังชีพ'] },
  { id: 'invoice', forms: ['ใบแจ้งหนี้', 'อินวอยซ์', 'invoice'] },
  { id: 'receipt', forms: ['ใบเสร็จรับเงิน', 'ใบเสร็จ'] },
  { id: 'withdrawal', forms: ['เบิกจ่าย', 'เบิกเงิน'] },
  { id: 'deadline', forms: ['กำหนดส่ง', 'วันสุดท้าย', 'เดดไลน์', 'deadline'] },
  { id: 'form', forms: ['แบบฟอร์ม', 'ฟอร์ม', 'form'] },
  { id: 'manual', forms: ['คู่มือ', 'คู่มือการใช้งาน', 'manual'] },
  { id: 'faq', forms: ['คำถามที่พบบ่อย', 'ถามตอบ', 'faq'] },
  { id: 'training', forms: ['อบรม', 'ฝึกอบรม', 'เทรนนิ่ง', 'training'] },
  { id: 'meeting', forms: ['ประชุม', 'มีตติ้ง', 'meeting'] },
  { id: 'zoom', forms: ['ซูม', 'zoom'] },
  { id: 'project', forms: ['โครงการ', 'โปรเจกต์', 'โปรเจค', 'project'] },
  { id: 'covid', forms: ['โควิด', 'โควิด19', 'โควิด-19', 'covid', 'covid-19'] },
];
