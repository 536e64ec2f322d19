import type { Entry } from '#core/message-catalogue.ts';

/** Why commands on pages, letters, codes, search and sticks refuse, and how they are called wrongly. */
export const COMMAND_MESSAGES: readonly Entry[] = [
  ['the page is public, not a draft', 'หน้านี้เผยแพร่แล้ว ไม่ใช่ฉบับร่าง'],
  ['the page was public before it became a draft again', 'หน้านี้เคยเผยแพร่ ก่อนกลับเป็นฉบับร่าง'],
  ['Run it with --help for how to call it.', 'เติม --help เพื่อดูวิธีสั่ง'],
  ['There is no option "{a}".', 'ไม่มีตัวเลือก {a}'],
  [
    '"{a}" begins with a dash and is taken for options. Put -- before it: -- "{b}"',
    '"{a}" ขึ้นต้นด้วยขีด จึงถูกอ่านเป็นตัวเลือก ให้ใส่ -- ไว้ข้างหน้า: -- "{b}"',
  ],
  [
    '"{a}" is not expected here: this command takes options alone.',
    'ไม่รู้จัก "{a}" คำสั่งนี้รับแต่ตัวเลือกที่ขึ้นต้นด้วย --',
  ],
  ['{a} needs a value behind it.', 'ตัวเลือก {a} ยังไม่มีค่า'],
  [
    'What follows {a} begins with a dash. If it is the value, write {b}=VALUE; if not, the value is missing.',
    'สิ่งที่ตามหลัง {a} ขึ้นต้นด้วยขีด ถ้าเป็นค่า ให้เขียน {b}=ค่า ถ้าไม่ใช่ แปลว่ายังไม่มีค่า',
  ],
  ['{a} takes no value.', 'ตัวเลือก {a} ไม่รับค่า'],
  ['{*a} There are: {b}.', '{*a} มี {b}'],
  ['"{a}" is not a command.', 'ไม่มีคำสั่ง "{a}"'],
  ['"{a}" is not an option of this command.', '"{a}" ไม่ใช่ตัวเลือกของคำสั่งนี้'],
  ['Which command?', 'จะสั่งอะไร'],
  [
    '{*a} There are: import FILE, find TEXT, show OFFICE.',
    '{*a} มี import FILE, find TEXT, show OFFICE',
  ],
  [
    '{a} what? Give import FILE, find TEXT or show OFFICE.',
    '{a} อะไร ระบุ import FILE, find TEXT หรือ show OFFICE',
  ],
  ['--letters and --from are whole numbers from 1.', '--letters และ --from เป็นจำนวนเต็มตั้งแต่ 1'],
  ['Which files?', 'ไฟล์ใด'],
  ['Give one circular.', 'ระบุหนังสือเวียนหนึ่งฉบับ'],
  ['Give one circular, or none for all.', 'ระบุหนังสือเวียนหนึ่งฉบับ หรือไม่ระบุเพื่อดูทุกฉบับ'],
  ['Give one file.', 'ระบุไฟล์หนึ่งไฟล์'],
  ['there is no such file', 'ไม่มีไฟล์นี้'],
  ['the file is there already', 'มีไฟล์นี้อยู่แล้ว'],
  ['there is such a page already', 'มีหน้านี้อยู่แล้ว'],
  ['there is a file of this name already', 'มีไฟล์ชื่อนี้อยู่แล้ว'],
  ['A page has one address; nothing was written.', 'หน้าหนึ่งมีที่อยู่เดียว จึงไม่ได้เขียนสิ่งใด'],
  ['Write on in that file, or remove it.', 'เขียนต่อในไฟล์นั้น หรือลบออก'],
  [
    'Write on in that file, or choose another address with {a}.',
    'เขียนต่อในไฟล์นั้น หรือเลือกที่อยู่อื่นด้วย {a}',
  ],
  ['Choose another address, or write on in that page.', 'เลือกที่อยู่อื่น หรือเขียนต่อในหน้านั้น'],
  ['it is not set', 'ยังไม่ได้ตั้งค่า'],
  // qr
  ['there is no circular "{a}"', 'ไม่มีหนังสือเวียน "{a}"'],
  ['there is no office "{a}" in the registry', 'ไม่มีหน่วยงาน "{a}" ในทะเบียน'],
  [
    'A file that somebody may have printed from is not written over unasked.',
    'ไฟล์ที่อาจมีผู้พิมพ์ไปแล้วไม่ถูกเขียนทับถ้าไม่ได้สั่ง',
  ],
  [
    'Give another folder with --out, or --force to write over it.',
    'ระบุโฟลเดอร์อื่นด้วย --out หรือใช้ --force เพื่อเขียนทับ',
  ],
  ['Which circular?', 'หนังสือเวียนฉบับใด'],
  ['Give a circular or --all, not both.', 'ระบุหนังสือเวียนหนึ่งฉบับหรือ --all อย่างใดอย่างหนึ่ง'],
  [
    'the code of {a} would have modules of {b} mm at {c}',
    'QR Code ของ {a} จะมีช่องละ {b} มม. ที่ขนาด {c}',
  ],
  ['no QR code holds {a}', 'QR Code เก็บ {a} ไม่ได้'],
  ['Telephones read modules from {a} mm on.', 'โทรศัพท์อ่านได้เมื่อช่องกว้างตั้งแต่ {a} มม.'],
  [
    'Print it at {a} mm or more (--size {b}), or let the portal stand at a shorter address.',
    'พิมพ์ให้กว้างตั้งแต่ {a} มม. (--size {b}) หรือให้เว็บอยู่ที่ที่อยู่สั้นกว่านี้',
  ],
  ['Let the portal stand at a shorter address.', 'ให้เว็บอยู่ที่ที่อยู่สั้นกว่านี้'],
  ['the circular has no attachment {a}: it has {b}', 'หนังสือไม่มีสิ่งที่ส่งมาด้วยลำดับที่ {a} มี {b}'],
  ['Leave out --attachment.', 'ไม่ต้องระบุ --attachment'],
  ['Give a number from 1 to {a}.', 'ระบุเลข 1 ถึง {a}'],
  ['a label of {a} does not fit on A4', 'ป้ายขนาด {a} ไม่พอดีกับ A4'],
  [
    'Give a smaller --size, or leave it out for one large code.',
    'ระบุ --size เล็กลง หรือไม่ต้องระบุเพื่อได้รูปใหญ่รูปเดียว',
  ],
  ['the circular cannot be read', 'อ่านหนังสือเวียนนี้ไม่ได้'],
  ['Run "npm run check", and fix what it tells.', 'สั่ง "npm run check" แล้วแก้ตามที่บอก'],
  ['the circular has no short code yet', 'หนังสือเวียนนี้ยังไม่มีรหัสสั้น'],
  [
    'Run "npm run qr -- --register", and commit the register.',
    'สั่ง "npm run qr -- --register" แล้ว commit ทะเบียนรหัสสั้น',
  ],
  ['the circular is a draft, and has no short code', 'หนังสือเวียนนี้เป็นฉบับร่าง จึงยังไม่มีรหัสสั้น'],
  [
    'A code is minted when it is published; before that its address leads nowhere.',
    'ระบบออกรหัสเมื่อเผยแพร่ ก่อนหน้านั้นที่อยู่นี้ยังไม่ไปที่ใด',
  ],
  [
    'Remove "draft: true" once it is checked, then run "npm run qr -- --register"; the desk does both when it publishes.',
    'เมื่อตรวจแล้วให้ลบ "draft: true" แล้วสั่ง "npm run qr -- --register" ถ้าเผยแพร่จากหน้าทำงาน ระบบทำทั้งสองอย่างให้',
  ],
  [
    'Give the whole number, or its year as well (ว 1541 ปี 2568); the first are {a}.',
    'ระบุเลขที่เต็ม หรือเพิ่มปี (ว 1541 ปี 2568) ฉบับแรก ๆ คือ {a}',
  ],
  ['"{a}" may be any of {b} circulars', '"{a}" อาจหมายถึงหนังสือเวียน {b} ฉบับ'],
  ['Did you mean {list a}?', 'หมายถึง {list a} หรือไม่'],
  ['Give its id, its short code or its letter number.', 'ระบุรหัสถาวร รหัสสั้น หรือเลขที่หนังสือ'],
  ['{a} offices have the name "{b}"', 'มี {a} หน่วยงานชื่อ "{b}"'],
  ['Give the id: {a}.', 'ระบุรหัส: {a}'],
  ['Give its id, as in content/registry/offices.csv.', 'ระบุรหัสตาม content/registry/offices.csv'],
  // registry, rename
  ['the list has {a}, more than {b}', 'รายชื่อมี {a} เกิน {b}'],
  ['Give a list of authorities alone, as CSV.', 'ใช้รายชื่อ อปท. อย่างเดียว เป็น CSV'],
  ['Give the path of a list of authorities as CSV.', 'ระบุที่อยู่ของรายชื่อ อปท. ที่เป็น CSV'],
  ['Save the list as CSV in UTF-8, then import that.', 'บันทึกรายชื่อเป็น CSV แบบ UTF-8 แล้วนำเข้าใหม่'],
  ['the list has no rows', 'รายชื่อไม่มีแถวใด'],
  [
    'Give a full list: an empty one would end every authority.',
    'ใช้รายชื่อที่ครบ รายชื่อว่างจะทำให้ทุกแห่งถูกยุบ',
  ],
  [
    '{a} of {b} authorities of the registry are not in the list',
    'อปท. {a} จาก {b} แห่งในทะเบียนไม่มีในรายชื่อ',
  ],
  [
    'A list is taken as complete: those that it lacks would be ended.',
    'ถือว่ารายชื่อครบ แห่งที่ไม่มีในรายชื่อจะถูกยุบ',
  ],
  [
    'Give a full list; if they are gone indeed, run it again with --allow-gone.',
    'ใช้รายชื่อที่ครบ ถ้าไม่มีแล้วจริงให้สั่งใหม่ด้วย --allow-gone',
  ],
  ['{a} has no authority that gets letters from it', '{a} ไม่มี อปท. ที่รับหนังสือจากที่นั่น'],
  [
    'Nothing, if that is so: its letters come from the province.',
    'ไม่ต้องแก้ถ้าเป็นเช่นนั้น หนังสือมาจากจังหวัด',
  ],
  [
    'Nothing, if that is so: either district may send it letters.',
    'ไม่ต้องแก้ถ้าเป็นเช่นนั้น อำเภอใดส่งหนังสือให้ก็ได้',
  ],
  ['Nothing, if that is so, as in อำเภอเกาะสมุย.', 'ไม่ต้องแก้ถ้าเป็นเช่นนั้น เช่น อำเภอเกาะสมุย'],
  ['Compare both circulars: they may be of one letter.', 'เทียบหนังสือเวียนทั้งสอง อาจเป็นหนังสือฉบับเดียวกัน'],
  ['several circulars have that id', 'มีหนังสือเวียนหลายฉบับใช้รหัสนี้'],
  ['no circular has that id', 'ไม่มีหนังสือเวียนใช้รหัสนี้'],
  [
    'A permanent id stands in printed QR codes and in feeds: it is never changed once it was public.',
    'รหัสถาวรอยู่ใน QR Code ที่พิมพ์แล้วและในฟีด เมื่อเผยแพร่แล้วไม่เปลี่ยนอีก',
  ],
  [
    'Leave the id as it is; the number on the page may be corrected all the same.',
    'ใช้รหัสเดิมต่อไป เลขที่หนังสือบนหน้ายังแก้ได้',
  ],
  // search
  ['Give one query, in quotation marks.', 'ระบุคำค้นหนึ่งคำในเครื่องหมายคำพูด'],
  ['--limit takes a number from 1 to 999.', '--limit รับเลข 1 ถึง 999'],
  ['the search index cannot be read: {a}', 'อ่านดัชนีค้นหาไม่ได้: {a}'],
  ['build the site again: npm run build', 'สร้างเว็บใหม่: npm run build'],
  // stick
  ['there is no built portal in this folder', 'ในโฟลเดอร์นี้ไม่มีเว็บที่สร้างแล้ว'],
  ['Run npm run build first.', 'สั่ง npm run build ก่อน'],
  ['there is no list of digests in this folder', 'ในโฟลเดอร์นี้ไม่มีรายการค่าตรวจสอบ'],
  [
    'It is written last: this is no stick of Wian, or one that lost its list.',
    'รายการนี้เขียนเป็นลำดับสุดท้าย นี่จึงไม่ใช่ชุดของเวียน หรือรายการหายไป',
  ],
  [
    'Give the folder that holds index.html of the stick, or make the stick anew.',
    'ระบุโฟลเดอร์ที่มี index.html ของชุด หรือทำชุดใหม่',
  ],
  [
    'even without attachments of circulars the stick takes {a} bytes, more than the {b} of --max',
    'แม้ไม่มีสิ่งที่ส่งมาด้วย ชุดนี้ใช้ {a} ไบต์ เกิน {b} ของ --max',
  ],
  [
    'Choose some sections (--section circulars,faq) or one office (--office ID), or a larger --max.',
    'เลือกบางหมวด (--section circulars,faq) หรือหน่วยงานเดียว (--office ID) หรือให้ --max มากขึ้น',
  ],
  ['FAT32 takes no file of 4 GiB or more.', 'FAT32 ไม่รับไฟล์ตั้งแต่ 4 GiB'],
  ['Leave it out of the portal, or part it.', 'ไม่ใส่ไฟล์นี้ในเว็บ หรือแบ่งไฟล์'],
  [
    '--office is "{a}", which no office of this portal has as its id. It is in the address of the page of the office at {b}/my/: ?office=ID.',
    '--office "{a}" ไม่ใช่รหัสของหน่วยงานใดในเว็บนี้ รหัสอยู่ในที่อยู่ของหน้าหน่วยงานที่ {b}/my/ คือ ?office=ID',
  ],
  ['--section is "{a}": give one of {b}.', '--section "{a}" ใช้ไม่ได้ ระบุหนึ่งใน {b}'],
  [
    '--out would lie over the project or its built portal: give another folder.',
    '--out ทับโครงการหรือเว็บที่สร้างแล้ว ระบุโฟลเดอร์อื่น',
  ],
  ['Where to? Give --out DIR or --out FILE.zip.', 'จะเขียนที่ใด ระบุ --out DIR หรือ --out FILE.zip'],
  [
    '--max is "{a}": give a size such as 4GB or 700MB.',
    '--max "{a}" ใช้ไม่ได้ ระบุขนาด เช่น 4GB หรือ 700MB',
  ],
  ['Give the folder of one stick.', 'ระบุโฟลเดอร์ของชุดหนึ่งชุด'],
  ['this line of the list of digests is damaged', 'บรรทัดนี้ของรายการค่าตรวจสอบเสียหาย'],
  [
    'Without the list nobody can tell which files are ours, and which were put there by somebody.',
    'ถ้าไม่มีรายการจะไม่รู้ว่าไฟล์ใดเป็นของชุด ไฟล์ใดมีผู้อื่นวางไว้',
  ],
  [
    'Move what is yours off the stick, empty it, and run the command again.',
    'ย้ายไฟล์ของท่านออก ล้างสื่อให้ว่าง แล้วสั่งใหม่',
  ],
  [
    'this is not a file of an older stick, and a new one has a file or folder of that name',
    'ไฟล์นี้ไม่ใช่ของชุดเดิม และชุดใหม่มีไฟล์หรือโฟลเดอร์ชื่อนี้',
  ],
  ['Move it elsewhere, or give another folder.', 'ย้ายไปที่อื่น หรือระบุโฟลเดอร์อื่น'],
  ['Give an empty folder.', 'ระบุโฟลเดอร์ว่าง'],
  // files of the portal
  ['no pictures can be made of its pages', 'ทำภาพของหน้าจากไฟล์นี้ไม่ได้'],
  [
    'Give a PDF that can be opened, and write under "sheets" how many pages it has.',
    'ใช้ PDF ที่เปิดได้ และเขียนจำนวนหน้าไว้ใน "sheets"',
  ],
  ['an attachment is missing', 'ไม่มีไฟล์สิ่งที่ส่งมาด้วย'],
  [
    'Put the file there, or say under "missing" why the portal does not have it.',
    'วางไฟล์ไว้ หรือบอกเหตุที่ไม่มีใน "missing"',
  ],
  ['an attachment bears the name of a page of the portal', 'สิ่งที่ส่งมาด้วยใช้ชื่อของหน้าในเว็บ'],
  ['the file is not the one whose SHA-256 stands on its page', 'ไฟล์ไม่ตรงกับ SHA-256 ที่เขียนไว้บนหน้า'],
  [
    'It was changed after the check, or the check was left out. Readers compare the two.',
    'ไฟล์ถูกแก้หลังการตรวจ หรือไม่ได้ตรวจ ผู้อ่านเทียบค่าทั้งสอง',
  ],
  [
    'Run the command again when nothing else changes content/; "npm run check" shows the right value.',
    'สั่งใหม่เมื่อไม่มีผู้อื่นแก้ content/ "npm run check" บอกค่าที่ถูก',
  ],
  ['two pages or files of the portal want to stand at /{a}', 'มีหน้าหรือไฟล์สองรายการที่จะอยู่ที่ /{a}'],
  [
    'Give one of them another address: see src/pages, public and content.',
    'ให้รายการหนึ่งอยู่ที่อื่น ดู src/pages, public และ content',
  ],
  [
    'A list that is still there was not uploaded, and the new one goes on from it.',
    'รายการที่ยังอยู่คือยังไม่ได้อัปโหลด รายการใหม่ต่อจากนั้น',
  ],
  [
    'Name another file, or remove this one and upload the whole portal.',
    'ใช้ชื่อไฟล์อื่น หรือลบไฟล์นี้แล้วอัปโหลดทั้งเว็บ',
  ],
  ['it is no change of a portal', 'ไม่ใช่รายการเปลี่ยนแปลงของเว็บ'],
  [
    'Take {a} away, build, and let the host serve the link that the build makes there.',
    'ย้าย {a} ออก สร้างเว็บ แล้วให้เครื่องให้บริการลิงก์ที่การสร้างทำไว้',
  ],
  [
    'port {a} of {b} is in use by another program, or may not be used',
    'พอร์ต {a} ของ {b} มีโปรแกรมอื่นใช้อยู่ หรือใช้ไม่ได้',
  ],
  [
    'Choose a free port: npm start -- --port 8080 (or PORT=8080 npm start).',
    'เลือกพอร์ตที่ว่าง: npm start -- --port 8080 (หรือ PORT=8080 npm start)',
  ],
  [
    '{a} is "{b}", which is no port: give a number from 0 to 65535.',
    '{a} "{b}" ไม่ใช่พอร์ต ระบุเลข 0 ถึง 65535',
  ],
];
