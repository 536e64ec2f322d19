import type { Entry } from '#core/message-catalogue.ts';

/** Why `npm run build` refuses besides what the check says, by its English text. */
export const BUILD_MESSAGES: readonly Entry[] = [
  [
    'A new portal takes its place by name, and it would become one of the portals there.',
    'พอร์ทัลใหม่เข้าแทนด้วยการเปลี่ยนชื่อ โฟลเดอร์นี้จะกลายเป็นพอร์ทัลหนึ่งในนั้น',
  ],
  [
    'It leads to another folder than one of {a}/, which a build would no longer fill.',
    'ลิงก์นี้ไปโฟลเดอร์อื่นที่ไม่อยู่ใน {a}/ ซึ่งการสร้างจะไม่เขียนอีก',
  ],
  ['The built portal is to stand there.', 'ที่นี่เป็นที่วางพอร์ทัลที่สร้างแล้ว'],
  ['it is on another file system than {a}/', 'อยู่คนละระบบไฟล์กับ {a}/'],
  [
    'What is published must be what was checked. The portal that was served before stays.',
    'สิ่งที่เผยแพร่ต้องเป็นสิ่งที่ตรวจแล้ว พอร์ทัลเดิมยังอยู่ตามเดิม',
  ],
  [
    'Run the build again when nothing else writes, copies or synchronizes content/.',
    'สร้างใหม่เมื่อไม่มีโปรแกรมอื่นเขียน คัดลอก หรือซิงก์ content/',
  ],
  ['it was removed while the portal was built', 'ถูกลบระหว่างที่สร้างพอร์ทัล'],
  ['it was changed while the portal was built', 'ถูกแก้ระหว่างที่สร้างพอร์ทัล'],
  ['it was added while the portal was built', 'ถูกเพิ่มระหว่างที่สร้างพอร์ทัล'],
  ['"{a}" is not the address of a site', '"{a}" ไม่ใช่ที่อยู่ของเว็บไซต์'],
  [
    'Give scheme and host, and the path if there is one, as in {a} or {b}, or leave it out.',
    'ระบุ https:// กับชื่อโฮสต์ และเส้นทางถ้ามี เช่น {a} หรือ {b} หรือไม่ต้องระบุ',
  ],
  ['"{a}" has more than a scheme, a host and a path', '"{a}" มีส่วนอื่นนอกจาก https:// โฮสต์ และเส้นทาง'],
  [
    'Leave out user names, "?" and "#", as in {a} or {b}.',
    'ตัดชื่อผู้ใช้ "?" และ "#" ออก เช่น {a} หรือ {b}',
  ],
  ['"{a}" has two slashes in a row in its path', '"{a}" มีเครื่องหมายทับซ้อนกันในเส้นทาง'],
  ['"{a}" has "{b}" in its path, which begins with a dot', '"{a}" มี "{b}" ซึ่งขึ้นต้นด้วยจุดในเส้นทาง'],
  ['"{a}" has "{b}" in its path', '"{a}" มี "{b}" ในเส้นทาง'],
  [
    'Write the path in Latin letters, digits, "-", "_", "~" and, but at the beginning, ".".',
    'เขียนเส้นทางด้วยอักษรละติน ตัวเลข "-" "_" "~" และ "." ที่ไม่ใช่ตัวแรก',
  ],
  ['"{a}" is written otherwise than browsers write it', '"{a}" เขียนไม่ตรงกับที่เบราว์เซอร์เขียน'],
  ['Give it as {a}.', 'ระบุเป็น {a}'],
  ['"{a}" has a year of the Buddhist era', '"{a}" ใช้ปีพุทธศักราช'],
  ['Days are Gregorian here: WIAN_AS_OF={a}.', 'วันที่นี้ใช้ปีคริสต์ศักราช: WIAN_AS_OF={a}'],
  ['"{a}" is not a day of the calendar', '"{a}" ไม่ใช่วันที่มีในปฏิทิน'],
  [
    'Give a day as YYYY-MM-DD (Gregorian), or leave it out for today.',
    'ระบุวันเป็น YYYY-MM-DD (คริสต์ศักราช) หรือไม่ต้องระบุ จะใช้วันนี้',
  ],
  [
    'All addresses of the portal begin with this: in feeds, in QR codes and on paper.',
    'ที่อยู่ทั้งหมดของพอร์ทัลขึ้นต้นด้วยค่านี้ ทั้งในฟีด คิวอาร์โค้ด และบนกระดาษ',
  ],
  ['the frame of the portal does not speak "{a}"', 'กรอบของพอร์ทัลไม่มีภาษา "{a}"'],
  ['Give one of {a}, or leave it out for th.', 'ระบุ {a} หรือไม่ต้องระบุ จะใช้ th'],
  ['"{a}" is neither 1 nor nothing', 'ค่า "{a}" ไม่ใช่ 1 และไม่ว่าง'],
  [
    'Give 1 for pages that Astro makes itself, or leave it out.',
    'ระบุ 1 ถ้าให้ Astro ทำหน้าเว็บเอง หรือไม่ต้องระบุ',
  ],
  [
    'another build of this project is under way (process {a})',
    'กำลังสร้างพอร์ทัลของโครงการนี้อยู่แล้ว (โพรเซส {a})',
  ],
  ['Two builds at a time would write over each other.', 'การสร้างพร้อมกันสองครั้งจะเขียนทับกัน'],
  [
    'Wait until it is done, or end that process, and run this again.',
    'รอให้เสร็จ หรือจบโพรเซสนั้น แล้วสั่งใหม่',
  ],
  ['the folder holds no finished build', 'โฟลเดอร์นี้ไม่มีพอร์ทัลที่สร้างเสร็จ'],
  [
    'Nothing has been built yet, or another program wrote there.',
    'ยังไม่เคยสร้าง หรือมีโปรแกรมอื่นเขียนไว้ที่นั่น',
  ],
  [
    'Run npm run build, or npm start without --no-build.',
    'สั่ง npm run build หรือ npm start โดยไม่ใส่ --no-build',
  ],
  [
    'the portal was changed or taken away while a new one was being built from it',
    'พอร์ทัลถูกแก้หรือถูกย้ายระหว่างที่สร้างรุ่นใหม่จากรุ่นนั้น',
  ],
  ['The new one keeps most files of the old one.', 'รุ่นใหม่ใช้ไฟล์ส่วนใหญ่ร่วมกับรุ่นเดิม'],
  ['Leave dist/ alone, and run npm run build again.', 'อย่าแตะ dist/ แล้วสั่ง npm run build ใหม่'],
];
