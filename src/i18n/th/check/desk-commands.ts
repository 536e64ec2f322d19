import type { Entry } from '#core/message-catalogue.ts';

/** Why the desk does not start, and why its commands and its pages refuse. */
export const DESK_COMMAND_MESSAGES: readonly Entry[] = [
  ['{a}: give {*b}.', '{a}: ให้ใส่{*b}'],
  ['{a}: give {*b}, and not {c} more words.', '{a}: ให้ใส่{*b}เท่านั้น มีเกินมา {c} คำ'],
  ['the address of a member', 'อีเมลของสมาชิก'],
  ['the file to write', 'ชื่อไฟล์ที่จะเขียน'],
  ['the file of a backup', 'ไฟล์สำรอง'],
  ['the number of a thread', 'เลขของกระทู้'],
  ['--sample belongs to export.', '--sample ใช้กับ export เท่านั้น'],
  ['Make the folder, or give another path.', 'สร้างโฟลเดอร์ หรือใช้เส้นทางอื่น'],
  [
    'Give the path of a file that npm run desk -- backup FILE wrote.',
    'ระบุไฟล์ที่ได้จาก npm run desk -- backup FILE',
  ],
  ['It may have been copied or saved only in part.', 'อาจคัดลอกหรือบันทึกมาไม่ครบ'],
  ['Choose it again, or one that is whole.', 'เลือกใหม่ หรือใช้ไฟล์ที่ครบ'],
  [
    'the desk does not speak "{a}", the language of this page',
    'โต๊ะทำงานไม่มีภาษา "{a}" ซึ่งเป็นภาษาของหน้านี้',
  ],
  ['this page has no <{a}>', 'หน้านี้ไม่มี <{a}>'],
  ['this page has no security policy', 'หน้านี้ไม่มีนโยบายความปลอดภัย'],
  ['reading it takes more than {a} minutes', 'ใช้เวลาอ่านเกิน {a} นาที'],
  ['the process that read it ended before it was done ({a})', 'โปรแกรมที่อ่านหยุดก่อนอ่านเสร็จ ({a})'],
  ['the check of the page took too long', 'การตรวจหน้านี้นานเกินไป'],
  [
    'the process that checks pages ended before it was done ({a})',
    'โปรแกรมที่ตรวจหน้าหยุดก่อนตรวจเสร็จ ({a})',
  ],
  ['exit code {a}', 'รหัสจบ {a}'],
  [
    'Give the https:// address that stands as "issuer" in its /.well-known/openid-configuration.',
    'ระบุที่อยู่ https:// ที่เขียนเป็น "issuer" ใน /.well-known/openid-configuration',
  ],
  [
    'Give words with a space between them, as in "openid email"; the provider says which it knows.',
    'ระบุคำคั่นด้วยช่องว่าง เช่น "openid email" คำที่ใช้ได้ดูจากผู้ให้บริการ',
  ],
  ['It stands on buttons, also on a phone.', 'ข้อความนี้อยู่บนปุ่ม ในโทรศัพท์ด้วย'],
  ['Give at most {a} characters, as in ThaiD.', 'ระบุไม่เกิน {a} ตัวอักษร เช่น ThaiD'],
  [
    'Members are sent there to sign in, and its keys say who somebody is.',
    'สมาชิกถูกส่งไปเข้าสู่ระบบที่นั่น และกุญแจของที่นั่นยืนยันว่าเป็นใคร',
  ],
  [
    'Set {a} to what the provider gave, or leave out all of {b}.',
    'ตั้ง {a} ตามที่ผู้ให้บริการให้มา หรือไม่ตั้งเลยทั้ง {b}',
  ],
  [
    'Signing in by an identity provider needs all four.',
    'การเข้าสู่ระบบด้วยผู้ให้บริการยืนยันตัวตนต้องมีครบทั้งสี่',
  ],
  ['Without it a provider does not say who somebody is.', 'ถ้าไม่มี ผู้ให้บริการจะไม่บอกว่าเป็นใคร'],
  ['"{a}" does not ask for "openid"', '"{a}" ไม่ได้ขอ "openid"'],
  ['"{a}" is not the address of an issuer', '"{a}" ไม่ใช่ที่อยู่ของผู้ให้บริการยืนยันตัวตน'],
  ['There is nothing that a backup could hold.', 'ไม่มีสิ่งใดให้สำรอง'],
  [
    'Start the desk by npm run desk, or set DATABASE_URL.',
    'เริ่มโต๊ะทำงานด้วย npm run desk หรือตั้ง DATABASE_URL',
  ],
  ['there is no database of a desk yet', 'ยังไม่มีฐานข้อมูลของโต๊ะทำงาน'],
  ['this database holds a desk already', 'ฐานข้อมูลนี้มีโต๊ะทำงานอยู่แล้ว'],
  [
    'A backup is never put over members and posts. Nothing was written.',
    'ข้อมูลสำรองไม่ถูกวางทับสมาชิกและกระทู้ จึงไม่ได้เขียนสิ่งใด',
  ],
  [
    'Move it away, or give an empty database by DATABASE_URL.',
    'ย้ายออก หรือระบุฐานข้อมูลว่างด้วย DATABASE_URL',
  ],
  ['there is another secret than that of the backup', 'มีกุญแจลับอื่นที่ไม่ใช่ของข้อมูลสำรอง'],
  [
    'Codes and counts of the backup are known by its own secret. Nothing was written.',
    'รหัสและจำนวนในข้อมูลสำรองใช้กุญแจของตัวเอง จึงไม่ได้เขียนสิ่งใด',
  ],
  ['Move the file away: the backup brings its own.', 'ย้ายไฟล์ออก ข้อมูลสำรองมีกุญแจของตัวเอง'],
  [
    'this backup has the schema "{a}", which this version does not know',
    'ข้อมูลสำรองมีโครงสร้าง "{a}" ที่รุ่นนี้ไม่รู้จัก',
  ],
  [
    'Restore it by the version of Wian that made it, or a newer one.',
    'กู้คืนด้วยเวียนรุ่นที่ทำข้อมูลสำรองนี้ หรือรุ่นใหม่กว่า',
  ],
  [
    'A backup is never written over another. Nothing was written.',
    'ข้อมูลสำรองไม่เขียนทับกัน จึงไม่ได้เขียนสิ่งใด',
  ],
  ['Give another name, or remove the file.', 'ใช้ชื่ออื่น หรือลบไฟล์นั้น'],
  [
    'A backup that is not whole would lose members or posts. Nothing was written.',
    'ข้อมูลสำรองที่ไม่ครบทำให้สมาชิกหรือกระทู้หาย จึงไม่ได้เขียนสิ่งใด',
  ],
  ['Take another backup.', 'สำรองใหม่'],
  [
    'A member is made an administrator, and nobody has signed up.',
    'ตั้งสมาชิกเป็นผู้ดูแลระบบ แต่ยังไม่มีผู้สมัคร',
  ],
  [
    'Start the desk by npm run desk, sign up at /members/sign-up/, then run the command again.',
    'เริ่มโต๊ะทำงานด้วย npm run desk สมัครที่ /members/sign-up/ แล้วสั่งใหม่',
  ],
  ['there is no member with the address {a}', 'ไม่มีสมาชิกที่ใช้ที่อยู่ {a}'],
  ['the member with the address {a} has not confirmed it', 'สมาชิกที่ใช้ที่อยู่ {a} ยังไม่ได้ยืนยัน'],
  ['Whoever confirms an address gets what was granted to it.', 'ผู้ยืนยันที่อยู่ได้สิทธิ์ที่ให้ไว้กับที่อยู่นั้น'],
  [
    'Sign up at /members/sign-up/, open the link of the letter, then run the command again.',
    'สมัครที่ /members/sign-up/ เปิดลิงก์ในอีเมล แล้วสั่งใหม่',
  ],
  ['The desk does not know "{a}".', 'โต๊ะทำงานไม่รู้จัก "{a}"'],
  ['Its members are sent the letters.', 'สมาชิกของโต๊ะทำงานเป็นผู้รับอีเมล'],
  ['{a} letters of {b} were not sent', 'ส่งอีเมลไม่ได้ {a} จาก {b} ฉบับ'],
  [
    'The mail server did not take them; what they tell stays in the database.',
    'เครื่องส่งอีเมลไม่รับ เรื่องที่จะแจ้งยังอยู่ในฐานข้อมูล',
  ],
  [
    'Run the command again in some minutes. A desk that runs tries again by itself.',
    'สั่งใหม่ในอีกไม่กี่นาที โต๊ะทำงานที่ทำงานอยู่ลองใหม่เอง',
  ],
  ['this picture of a post is not there', 'ไม่มีภาพนี้ของกระทู้'],
  ['Its page would show none. Nothing was written.', 'หน้าของกระทู้จะไม่มีภาพ จึงไม่ได้เขียนสิ่งใด'],
  ['The draft would show none. Nothing was written.', 'ฉบับร่างจะไม่มีภาพ จึงไม่ได้เขียนสิ่งใด'],
  [
    'Put the folder of pictures of a backup in its place, or take the picture away on the board.',
    'วางโฟลเดอร์ภาพจากข้อมูลสำรอง หรือเอาภาพออกในกระดาน',
  ],
  [
    'a personal {a} is in this text (line {b}, character {c})',
    'มีข้อมูลส่วนบุคคล ({a}) ในข้อความ (บรรทัด {b} ตัวอักษรที่ {c})',
  ],
  [
    'Pages of the portal are public, and what is public once is copied.',
    'หน้าเว็บเป็นสาธารณะ และสิ่งที่เผยแพร่แล้วถูกคัดลอก',
  ],
  ['Remove it on the board, or take the post away there.', 'เอาออกในกระดาน หรือเอาข้อความนั้นออก'],
  ['this desk never had a thread {a}', 'โต๊ะทำงานนี้ไม่เคยมีกระทู้ {a}'],
  [
    'The pages are of another desk, or of a database that was lost, and would be replaced by others.',
    'หน้าเป็นของโต๊ะทำงานอื่นหรือฐานข้อมูลที่หายไป และจะถูกแทนด้วยหน้าอื่น',
  ],
  [
    'Restore the backup of that desk, or remove content/board/ if its threads are to go.',
    'กู้คืนข้อมูลสำรองของโต๊ะทำงานนั้น หรือลบ content/board/ ถ้าไม่ใช้กระทู้แล้ว',
  ],
  [
    'there would be {a} threads, and a folder may hold {b} files',
    'จะมี {a} กระทู้ แต่โฟลเดอร์มีได้ {b} ไฟล์',
  ],
  ['See docs/limits.md.', 'ดู docs/limits.md'],
  ['Merge threads or take old ones away on the board.', 'รวมกระทู้ หรือเอากระทู้เก่าออกในกระดาน'],
  ['Its threads are exported.', 'ส่งออกกระทู้ของโต๊ะทำงาน'],
  [
    'Pages of the desk take head, foot and security policy from it.',
    'หน้าของโต๊ะทำงานใช้ส่วนหัว ส่วนท้าย และนโยบายความปลอดภัยจากหน้านี้',
  ],
  ['Build the portal: npm run build', 'สร้างเว็บ: npm run build'],
  ['A thread of it is promoted.', 'นำกระทู้ของโต๊ะทำงานขึ้นเว็บ'],
  [
    '"{a}" is no number of a thread: it is the number in its address.',
    '"{a}" ไม่ใช่เลขของกระทู้ ใช้เลขในที่อยู่ของกระทู้',
  ],
  ['there is no thread {a} with an accepted answer', 'ไม่มีกระทู้ {a} ที่มีคำตอบที่ยอมรับแล้ว'],
  [
    'The answer of a question of the portal is the one that was accepted.',
    'คำตอบของคำถามบนเว็บคือคำตอบที่ยอมรับแล้ว',
  ],
  ['Choose the answer on the board first.', 'เลือกคำตอบในกระดานก่อน'],
  ['the secret of the desk cannot be read ({a})', 'อ่านกุญแจลับของโต๊ะทำงานไม่ได้ ({a})'],
  [
    'Without it nobody who is signed in is known, and links of letters do not work.',
    'ถ้าไม่มีจะไม่รู้ว่าใครเข้าสู่ระบบ และลิงก์ในอีเมลใช้ไม่ได้',
  ],
  [
    'Let the user who runs the desk read this file, or put a backup in its place.',
    'ให้ผู้ใช้ที่เปิดโต๊ะทำงานอ่านไฟล์นี้ได้ หรือนำไฟล์สำรองมาวาง',
  ],
  ['the secret of the desk is not 64 hexadecimal digits', 'กุญแจลับของโต๊ะทำงานไม่ใช่เลขฐานสิบหก 64 ตัว'],
  ['Whoever guesses it can sign cookies and links of letters.', 'ผู้ที่เดาได้ลงนามคุกกี้และลิงก์ในอีเมลได้'],
  [
    'Put a backup in its place, or remove it: the desk makes another, and members sign in again.',
    'นำไฟล์สำรองมาวาง หรือลบออก โต๊ะทำงานจะทำใหม่และสมาชิกต้องเข้าสู่ระบบใหม่',
  ],
  ['the desk cannot listen on port {a} of {b} ({c})', 'โต๊ะทำงานเปิดพอร์ต {a} ของ {b} ไม่ได้ ({c})'],
  [
    'Choose a free port and an address of this machine: PORT=8080 npm run desk',
    'เลือกพอร์ตที่ว่างและที่อยู่ของเครื่องนี้: PORT=8080 npm run desk',
  ],
  [
    'the portal was built for the path "{a}/", and the desk is to stand at "{b}/"',
    'เว็บสร้างไว้สำหรับ "{a}/" แต่โต๊ะทำงานจะอยู่ที่ "{b}/"',
  ],
  ['Links of the portal would lead elsewhere.', 'ลิงก์ของเว็บจะนำไปที่อื่น'],
  [
    'Build the portal with the same WIAN_SITE_URL that the desk is started with.',
    'สร้างเว็บด้วย WIAN_SITE_URL เดียวกับที่เริ่มโต๊ะทำงาน',
  ],
  ['"{a}" is no port', '"{a}" ไม่ใช่พอร์ต'],
  ['Give a number from 0 to 65535.', 'ระบุเลข 0 ถึง 65535'],
  ['it is not the address of a PostgreSQL database', 'ไม่ใช่ที่อยู่ของฐานข้อมูล PostgreSQL'],
  [
    'Without DATABASE_URL the desk keeps its data in .data/desk.sqlite.',
    'ถ้าไม่มี DATABASE_URL โต๊ะทำงานเก็บข้อมูลใน .data/desk.sqlite',
  ],
  ['it is not set, while the desk is to listen on {a}', 'ยังไม่ได้ตั้งค่า ทั้งที่โต๊ะทำงานจะเปิดที่ {a}'],
  [
    'Links in letters to members begin with it, and forms from other sites are refused by it.',
    'ลิงก์ในอีเมลถึงสมาชิกขึ้นต้นด้วยค่านี้ และใช้ปฏิเสธแบบฟอร์มจากเว็บอื่น',
  ],
  [
    'Set WIAN_SITE_URL to the address that people type, as in https://wian.example.go.th',
    'ตั้ง WIAN_SITE_URL เป็นที่อยู่ที่คนพิมพ์ เช่น https://wian.example.go.th',
  ],
  ['"{a}" is neither 0 nor 1', '"{a}" ไม่ใช่ 0 หรือ 1'],
  [
    'Set 1 only where a proxy before the desk sets X-Forwarded-For, else leave it out.',
    'ตั้ง 1 เมื่อมีพร็อกซีที่ตั้ง X-Forwarded-For เท่านั้น มิฉะนั้นไม่ต้องระบุ',
  ],
  ['it is not set, while SMTP_URL is', 'ยังไม่ได้ตั้งค่า ทั้งที่ตั้ง SMTP_URL แล้ว'],
  [
    'Letters to members need a sender that the mail server lets through.',
    'อีเมลถึงสมาชิกต้องมีผู้ส่งที่เครื่องส่งอีเมลยอมให้ส่ง',
  ],
  [
    'Set it to a mailbox of the office, as in wian@office.go.th',
    'ตั้งเป็นตู้จดหมายของหน่วยงาน เช่น wian@office.go.th',
  ],
  ['"{a}" is no hour', '"{a}" ไม่ใช่ชั่วโมง'],
  [
    'Give a whole number from 0 to 23, the hour in Thailand; 7 by default.',
    'ระบุจำนวนเต็ม 0 ถึง 23 เป็นชั่วโมงในประเทศไทย ถ้าไม่ระบุคือ 7',
  ],
  ['"{a}" is no number of minutes', '"{a}" ไม่ใช่จำนวนนาที'],
  [
    'Give a whole number from 0 (no build by itself) to {a}; {b} by default.',
    'ระบุจำนวนเต็ม 0 (ไม่สร้างเอง) ถึง {a} ถ้าไม่ระบุคือ {b}',
  ],
  ['its title holds personal data', 'ชื่อมีข้อมูลส่วนบุคคล'],
  ['Personal data is never published.', 'ข้อมูลส่วนบุคคลเผยแพร่ไม่ได้'],
  ['Give it another title.', 'ใช้ชื่ออื่น'],
  ['Others use the desk meanwhile. Nothing was written.', 'ระหว่างนั้นผู้อื่นใช้โต๊ะทำงานอยู่ จึงไม่ได้เขียนสิ่งใด'],
  [
    'Send fewer pages, or read the file in the terminal: npm run ingest -- FILE --dry-run',
    'ส่งหน้าน้อยลง หรืออ่านไฟล์ในเทอร์มินัล: npm run ingest -- FILE --dry-run',
  ],
  [
    'Try again; where it happens anew, see the output of the desk.',
    'ลองใหม่ ถ้าเกิดซ้ำให้ดูข้อความที่โต๊ะทำงานพิมพ์ไว้',
  ],
  ['The portal is served as it was.', 'เว็บยังเป็นอย่างเดิม'],
  [
    'See the output of the desk, or run "npm run build" in the terminal.',
    'ดูข้อความที่โต๊ะทำงานพิมพ์ไว้ หรือสั่ง "npm run build" ในเทอร์มินัล',
  ],
  [
    'The rows are in the file. Only the history does not have them yet.',
    'แถวอยู่ในไฟล์แล้ว มีแต่ประวัติที่ยังไม่มี',
  ],
  [
    'Put the repository right; the desk commits what is left with its next change, or when it starts.',
    'แก้คลังเก็บให้ใช้ได้ โต๊ะทำงานจะบันทึกที่เหลือกับการเปลี่ยนครั้งถัดไป หรือเมื่อเริ่มใหม่',
  ],
  ['the desk cannot use this database ({a})', 'โต๊ะทำงานใช้ฐานข้อมูลนี้ไม่ได้ ({a})'],
  ['Members live in it. Nothing was changed.', 'ข้อมูลสมาชิกอยู่ในนั้น จึงไม่ได้เปลี่ยนสิ่งใด'],
  [
    'Check that the file is a database of the desk and may be written, or put a backup in its place.',
    'ตรวจว่าไฟล์เป็นฐานข้อมูลของโต๊ะทำงานและเขียนได้ หรือนำข้อมูลสำรองมาวาง',
  ],
  [
    'Check that the server runs, that the database exists, and that the user may create tables in it.',
    'ตรวจว่าเครื่องฐานข้อมูลทำงาน มีฐานข้อมูลนั้น และผู้ใช้สร้างตารางได้',
  ],
  ['another desk runs on this database', 'มีโต๊ะทำงานอื่นใช้ฐานข้อมูลนี้อยู่'],
  [
    'Letters would be sent twice, and links that one of them signs mean nothing to the other.',
    'อีเมลจะส่งซ้ำ และลิงก์ที่แห่งหนึ่งออกให้ใช้กับอีกแห่งไม่ได้',
  ],
  [
    'End it first, or give this one a database of its own.',
    'ปิดโต๊ะทำงานนั้นก่อน หรือให้แห่งนี้ใช้ฐานข้อมูลของตัวเอง',
  ],
  ['another desk runs on this data folder', 'มีโต๊ะทำงานอื่นใช้โฟลเดอร์ข้อมูลนี้อยู่'],
  [
    'Waits and letters are counted by one desk; two would not see what the other does.',
    'การรอและอีเมลนับโดยโต๊ะทำงานเดียว ถ้ามีสองแห่งจะไม่เห็นกัน',
  ],
  [
    'End it first, or run this one in another copy of the project.',
    'ปิดโต๊ะทำงานนั้นก่อน หรือเปิดในสำเนาอื่นของโครงการ',
  ],
];
