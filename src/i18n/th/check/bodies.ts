/** What the check says of bodies and links, of personal data and secrecy, and of what a draft left. */
export const BODY_MESSAGES: readonly (readonly [en: string, th: string])[] = [
  ['<{a}> is no component that a body may hold', 'ไม่มีส่วนประกอบชื่อ <{a}>'],
  [
    'Content holds no code: only the components of docs/writing-content.md become a part of the page.',
    'เนื้อความไม่มีโค้ด ใช้ได้เฉพาะส่วนประกอบใน docs/writing-content.md',
  ],
  [
    'Write one of: {a}; put a backslash before a "<" that stands for itself.',
    'ใช้ชื่อใดชื่อหนึ่ง: {a} ถ้าหมายถึงเครื่องหมาย "<" เองให้มี \\ นำหน้า',
  ],
  ['<{a}> holds something, and should hold nothing', '<{a}> มีเนื้อหาข้างใน แต่ต้องไม่มี'],
  ['<{a}> does not hold plain text alone', 'ใน <{a}> ต้องเป็นข้อความล้วน'],
  ['<{a}> is empty', '<{a}> ว่างอยู่'],
  ['<{a}> does not hold one numbered list and nothing else', 'ใน <{a}> ต้องเป็นรายการเลขหนึ่งชุดเท่านั้น'],
  [
    '<{a}> does not hold one picture with a description and nothing else',
    'ใน <{a}> ต้องเป็นรูปหนึ่งรูปที่มีคำอธิบายเท่านั้น',
  ],
  ['<{a}> does not hold two tabs or more and nothing else', 'ใน <{a}> ต้องเป็น <Tab> ตั้งแต่สองอันเท่านั้น'],
  ['<{a}> stands outside <Tabs>', '<{a}> อยู่นอก <Tabs>'],
  ['<{a}> stands in a heading', '<{a}> อยู่ในหัวข้อ'],
  ['<{a}> stands within a line of text', '<{a}> อยู่กลางบรรทัดข้อความ'],
  ['two tabs are for the role "{a}"', 'มีแท็บของบทบาท "{a}" สองอัน'],
  ['A reader chooses a tab by the role.', 'ผู้อ่านเลือกแท็บตามบทบาท'],
  ['Put both texts into one tab, or correct the role.', 'รวมเป็นแท็บเดียว หรือแก้บทบาท'],
  ['<{a}>: {*b}', 'ใน <{a}>: {*b}'],
  ['It is written like this: {*a}', 'เขียนแบบนี้: {*a}'],
  ['<Steps>, a numbered list, </Steps>', '<Steps> รายการเลข </Steps>'],
  ['<Notice kind="note">, text, </Notice>', '<Notice kind="note"> ข้อความ </Notice>'],
  ['<Letter record="laws/slug" />', 'เช่น <Letter record="laws/slug" />'],
  ['<Form record="forms/slug" />', 'เช่น <Form record="forms/slug" />'],
  ['<Contact office="p50" />', 'เช่น <Contact office="p50" />'],
  ['<Key>Ctrl+S</Key>', 'เช่น <Key>Ctrl+S</Key>'],
  [
    '<Figure caption="text">, a picture as ![text](./map.png), </Figure>',
    '<Figure caption="คำบรรยาย"> รูป ![คำอธิบาย](./map.png) </Figure>',
  ],
  [
    '<Tabs>, two or more <Tab role="user">, </Tabs>',
    '<Tabs> มี <Tab role="user"> ตั้งแต่สองอัน </Tabs>',
  ],
  ['<Tab role="user">, text, </Tab> within <Tabs>', '<Tab role="user"> ข้อความ </Tab> ข้างใน <Tabs>'],
  [
    '<Video href="https://youtu.be/id" title="text" />',
    'เช่น <Video href="https://youtu.be/id" title="ชื่อเรื่อง" />',
  ],
  ['Write it so, in running text.', 'เขียนตามแบบนั้นในประโยค'],
  [
    'Write it so, each tag on a line of its own with an empty line before and behind.',
    'เขียนตามแบบนั้น แท็กละหนึ่งบรรทัด มีบรรทัดว่างก่อนและหลัง',
  ],
  ['"{a}" is not the path of a letter', '"{a}" ไม่ใช่เส้นทางของหนังสือ'],
  [
    'Write circulars/<B.E. year>/<id> or laws/<slug>, as under "sources".',
    'เขียน circulars/<ปี พ.ศ.>/<รหัส> หรือ laws/<ชื่อหน้า> เหมือนใน "sources"',
  ],
  ['"{a}" is not the path of a form', '"{a}" ไม่ใช่เส้นทางของแบบฟอร์ม'],
  [
    'Write forms/<slug>, the name of a folder in content/forms.',
    'เขียน forms/<ชื่อโฟลเดอร์ใน content/forms>',
  ],
  ['"{a}" is not an address of a video that a page may lead to', '"{a}" ไม่ใช่ที่อยู่วิดีโอที่หน้าเว็บไปได้'],
  [
    'Readers are led only to hosts of a short list, and by an encrypted connection.',
    'พาผู้อ่านไปเฉพาะเว็บในรายการสั้น ๆ และด้วย https',
  ],
  [
    'Write an address with https:// of {a} or of a host below .go.th; for any other write a plain link.',
    'เขียนที่อยู่ https:// ของ {a} หรือของเว็บ .go.th เว็บอื่นให้เขียนเป็นลิงก์ธรรมดา',
  ],
  ['<{a}> names "{b}", and there is no such record', '<{a}> อ้างถึง "{b}" ซึ่งไม่มีในเวียน'],
  ['<{a}> names "{b}", which is a draft', '<{a}> อ้างถึง "{b}" ซึ่งเป็นฉบับร่าง'],
  [
    '<{a}> names "{b}", and the registry has no such office',
    '<{a}> อ้างถึง "{b}" ซึ่งไม่มีในทะเบียนหน่วยงาน',
  ],
  [
    'What it names is looked up when the page is made, and readers are led there.',
    'เวียนค้นสิ่งที่อ้างถึงตอนสร้างหน้า และพาผู้อ่านไปที่นั่น',
  ],
  [
    'Write the path of a record of the portal, or name it in plain words.',
    'เขียนเส้นทางของหน้าที่มีในเวียน หรือเขียนชื่อเป็นข้อความธรรมดา',
  ],
  [
    'Publish both pages together, or take the component out.',
    'เผยแพร่สองหน้าพร้อมกัน หรือเอาส่วนประกอบออก',
  ],
  [
    'Write the id of an office of content/registry, as p50 or d5009.',
    'เขียนรหัสหน่วยงานใน content/registry เช่น p50 หรือ d5009',
  ],
  [
    'Content holds no code: whatever is in it would run when the portal is built.',
    'เนื้อความไม่มีโค้ด เพราะโค้ดจะทำงานตอนสร้างเว็บ',
  ],
  [
    'Write it as text; put a backslash before "{" and "<" that stand for themselves.',
    'เขียนเป็นข้อความ เครื่องหมาย { และ < ให้มี \\ นำหน้า',
  ],
  ['"{a}" is no address that a body may lead to', 'เนื้อความลิงก์ไป "{a}" ไม่ได้'],
  [
    'A link may open a page, a mail or a telephone call; other addresses can run code in the browser of a reader.',
    'ลิงก์เปิดได้เฉพาะหน้าเว็บ อีเมล และโทรศัพท์ ที่อยู่อื่นอาจเรียกโค้ดในเบราว์เซอร์ของผู้อ่าน',
  ],
  [
    'Write an address that begins with https://, http://, mailto: or tel:, or with / for a page of the portal.',
    'เขียนที่อยู่ที่ขึ้นต้นด้วย https://, http://, mailto: หรือ tel: หน้าในเวียนขึ้นต้นด้วย /',
  ],
  ['"{a}" is no picture that a body may show', 'เนื้อความแสดงรูป "{a}" ไม่ได้'],
  [
    'The build reads the file of a picture; what is no picture there would run as code, and other hosts would learn who reads the page.',
    'การสร้างเว็บอ่านไฟล์รูป สิ่งที่ไม่ใช่รูปจะทำงานเป็นโค้ด และเว็บอื่นจะรู้ว่าใครอ่านหน้านี้',
  ],
  [
    'Put the picture beside the page and write its name, as in ./map.png (avif, gif, jpeg, jpg, png, svg, tiff, webp), or its whole path on the portal from / on.',
    'วางรูปข้างหน้านี้แล้วเขียนชื่อ เช่น ./map.png (avif, gif, jpeg, jpg, png, svg, tiff, webp) หรือเขียนเส้นทางเต็มในเวียนที่ขึ้นต้นด้วย /',
  ],
  ['<{a}> has an attribute that a body may not hold: {b}', '<{a}> มีค่าที่ใช้ไม่ได้: {b}'],
  [
    'Remove it. Besides aria-..., <{a}> may have: {b}.',
    'เอาออก นอกจาก aria-... แล้ว <{a}> มีได้: {b}',
  ],
  ['<{a}> has an attribute that is code: {b}', '<{a}> มีค่าที่เป็นโค้ด: {b}'],
  ['<{a}> is no element that a body may hold', 'เนื้อความใช้ <{a}> ไม่ได้'],
  ['the body imports or exports code', 'เนื้อความนำเข้าหรือส่งออกโค้ด'],
  ['the body holds an expression: {a}', 'เนื้อความมีโค้ด: {a}'],
  ['the body holds a {a}', 'เนื้อความมีสิ่งที่ใช้ไม่ได้: {a}'],
  [
    'Quotes, lists, emphasis and elements stand at most {a} within each other: see docs/limits.md.',
    'คำพูด รายการ ตัวเน้น และส่วนประกอบซ้อนกันได้ไม่เกิน {a} ชั้น ดู docs/limits.md',
  ],
  [
    'quotes, lists, emphasis or elements are nested too deeply here',
    'คำพูด รายการ ตัวเน้น หรือส่วนประกอบซ้อนกันลึกเกินไป',
  ],
  ['Write it flat: headings and short lists say the same.', 'เขียนให้ตื้น ใช้หัวข้อและรายการสั้น ๆ'],
  [
    'this paragraph holds more signs of Markdown than can be paired',
    'ย่อหน้านี้มีเครื่องหมายของ Markdown มากเกินกว่าจะจับคู่ได้',
  ],
  [
    'A paragraph holds at most {a} of {b} and ` together: see docs/limits.md.',
    'หนึ่งย่อหน้ามี {b} และ ` รวมกันได้ไม่เกิน {a} ตัว ดู docs/limits.md',
  ],
  [
    'Divide it by empty lines, or put a backslash before signs that stand for themselves.',
    'แบ่งด้วยบรรทัดว่าง หรือใส่ \\ หน้าเครื่องหมายที่เป็นข้อความ',
  ],
  ['the body is not MDX: {q}', 'อ่านเนื้อความไม่ได้ ตัวอ่านบอกว่า "{q}"'],
  [
    'MDX takes "<" and "{" for the beginning of an element and of an expression.',
    'เครื่องหมาย < และ { ถูกอ่านเป็นจุดเริ่มของส่วนประกอบและโค้ด',
  ],
  [
    'Put a backslash before a "<" or "{" that stands for itself, and close every element.',
    'ใส่ \\ หน้า < หรือ { ที่เป็นข้อความ และปิดส่วนประกอบทุกอัน',
  ],
  ['the link "{a}" is no address', 'ลิงก์ "{a}" ไม่ใช่ที่อยู่'],
  [
    'Write /<kind>/<slug>/ for a page of the portal, or a full address with https://.',
    'หน้าในเวียนเขียน /<หมวด>/<ชื่อหน้า>/ ที่อื่นเขียนที่อยู่เต็มที่ขึ้นต้นด้วย https://',
  ],
  ['the link "{a}" leads to no page or file of the portal', 'ลิงก์ "{a}" ไปไม่ถึงหน้าหรือไฟล์ใดในเวียน'],
  ['A reader who follows the link would find nothing.', 'ผู้อ่านที่กดลิงก์จะไม่พบอะไร'],
  ['A reader who follows the link would get nothing.', 'ผู้อ่านที่กดลิงก์จะไม่ได้ไฟล์'],
  ['the picture "{a}" has no description', 'รูป "{a}" ไม่มีคำอธิบาย'],
  [
    'Who cannot see it, or for whom it does not load, would learn nothing of it.',
    'ผู้ที่มองไม่เห็นหรือโหลดรูปไม่ขึ้นจะไม่รู้ว่ารูปบอกอะไร',
  ],
  [
    'Say what it shows: ![what it shows](picture.png), or alt="what it shows".',
    'เขียนว่ารูปแสดงอะไร: ![รูปแสดงอะไร](picture.png) หรือ alt="รูปแสดงอะไร"',
  ],
  ['the page of the link "{a}" has moved', 'หน้าของลิงก์ "{a}" ย้ายไปแล้ว'],
  [
    'The old address is kept for links from elsewhere: it is one page more to load.',
    'ที่อยู่เดิมเก็บไว้ให้ลิงก์จากที่อื่น ผู้อ่านต้องโหลดเพิ่มอีกหนึ่งหน้า',
  ],
  ['Write it with a slash at its end: "{a}".', 'เขียนให้มี / ท้าย: "{a}"'],
  ['Fix the address, add the page, or remove the link.', 'แก้ที่อยู่ เพิ่มหน้านั้น หรือเอาลิงก์ออก'],
  ['the link "{a}" leads to a draft', 'ลิงก์ "{a}" ไปที่ฉบับร่าง'],
  ['Publish both pages together, or remove the link.', 'เผยแพร่สองหน้าพร้อมกัน หรือเอาลิงก์ออก'],
  ['the page of the link "{a}" has no heading "#{b}"', 'หน้าของลิงก์ "{a}" ไม่มีหัวข้อ "#{b}"'],
  ['Write one of its headings: {a}.', 'เขียนหัวข้อที่มี: {a}'],
  ['Leave out the part from "#" on.', 'ตัดตั้งแต่ "#" ออก'],
  ['{*a} stands here', 'มี{*a}ตรงนี้'],
  ['{*a} stands within this document ({b})', 'มี{*a}ในเอกสารนี้ ({b})'],
  ['{*a} stands within this document', 'มี{*a}ในเอกสารนี้'],
  ['{*a} stands in the name of this {*b}', 'มี{*a}ในชื่อ{*b}นี้'],
  [
    'Personal data is never published nor kept in the repository, whoever it belongs to.',
    'ข้อมูลส่วนบุคคลห้ามเผยแพร่และห้ามเก็บในคลังไฟล์ ไม่ว่าของใคร',
  ],
  [
    'Remove it, from the history of the repository too; give the telephone or e-mail address of the office.',
    'เอาออกจากประวัติของคลังไฟล์ด้วย แล้วใส่โทรศัพท์หรืออีเมลของหน่วยงานแทน',
  ],
  ['Give it another name, in the history of the repository too.', 'เปลี่ยนชื่อ ในประวัติของคลังไฟล์ด้วย'],
  ['it is marked as secret, or may be', 'มีเครื่องหมายชั้นความลับ หรืออาจมี'],
  [
    'a line of this document is a mark of secrecy ({a})',
    'มีบรรทัดในเอกสารนี้ที่เป็นเครื่องหมายชั้นความลับ ({a})',
  ],
  ['a line of this document is a mark of secrecy', 'มีบรรทัดในเอกสารนี้ที่เป็นเครื่องหมายชั้นความลับ'],
  [
    'Only letters without a class of secrecy may be on the portal or in its repository.',
    'เวียนและคลังไฟล์ของเวียนมีได้เฉพาะหนังสือที่ไม่มีชั้นความลับ',
  ],
  [
    'Take the letter out, from the history of the repository too; put it in other words where no mark is meant.',
    'นำหนังสือออก จากประวัติของคลังไฟล์ด้วย ถ้าไม่ได้หมายถึงเครื่องหมายให้เขียนเป็นคำอื่น',
  ],
  [
    'Take the file out, from the history of the repository too; if it only speaks of such marks, name where its office publishes it instead.',
    'นำไฟล์ออก จากประวัติของคลังไฟล์ด้วย ถ้าไฟล์เพียงกล่าวถึงเครื่องหมาย ให้บอกว่าหน่วยงานเผยแพร่ไว้ที่ใดแทน',
  ],
  ['its metadata names {*a} ({b})', 'คุณสมบัติของไฟล์บอก{*a} ({b})'],
  ['{a}: its metadata names {*b} ({c})', '{a}: คุณสมบัติของไฟล์บอก{*b} ({c})'],
  [
    'A file is published byte for byte, with all that it says of who made it, where and with what.',
    'ไฟล์เผยแพร่ทุกไบต์ รวมสิ่งที่บอกว่าใครทำ ที่ไหน ด้วยอะไร',
  ],
  [
    'Run "npm run clean-file -- {a}", or write "keepMetadata: true" beside "file" where it is meant to be published.',
    'สั่ง "npm run clean-file -- {a}" หรือเขียน "keepMetadata: true" ข้าง "file" ถ้าตั้งใจเผยแพร่',
  ],
  ['Run "npm run clean-file -- {a}".', 'สั่ง "npm run clean-file -- {a}"'],
  [
    'a line of the draft still asks for text to be written: "{a}"',
    'ยังมีบรรทัดของฉบับร่างที่ขอให้เขียน: "{a}"',
  ],
  [
    'something of the draft is still to be compared with the original letter: "{a}"',
    'ยังมีสิ่งที่ต้องตรวจกับต้นฉบับ: "{a}"',
  ],
  [
    'a note of the draft still says on which line of the file a day was read: "{a}"',
    'ยังมีหมายเหตุของฉบับร่างที่บอกบรรทัดของไฟล์: "{a}"',
  ],
  ['a part of the draft has a heading and no text: "{a}"', 'มีหัวข้อของฉบับร่างที่ยังไม่มีเนื้อความ: "{a}"'],
  [
    'Write the text and remove the line, or put back "draft: true".',
    'เขียนเนื้อความแล้วลบบรรทัดนั้น หรือใส่ "draft: true" กลับ',
  ],
  [
    'Compare with the letter, fix the field or give it a doubt, and remove this; or put back "draft: true".',
    'เทียบกับหนังสือ แก้ช่องหรือใส่ doubt แล้วลบบรรทัดนี้ หรือใส่ "draft: true" กลับ',
  ],
  [
    'Compare with the letter, write the day in your own words, or put back "draft: true".',
    'เทียบกับหนังสือแล้วเขียนวันด้วยคำของท่าน หรือใส่ "draft: true" กลับ',
  ],
  ['Write the part, or remove its heading.', 'เขียนส่วนนั้น หรือเอาหัวข้อออก'],
  [
    'Readers would take the notes of the machine that read the letter for advice.',
    'ผู้อ่านจะเข้าใจว่าบันทึกของเครื่องเป็นคำแนะนำ',
  ],
  ['"{a}" is still that of the draft: "{b}"', '"{a}" ยังเป็นของฉบับร่าง: "{b}"'],
  [
    'Write it, or remove the field where it may be left out; or put back "draft: true".',
    'เขียนให้เสร็จ หรือเอาช่องออกถ้าเว้นได้ หรือใส่ "draft: true" กลับ',
  ],
  ['the character {a} is here, which cannot be printed', 'มีอักขระ {a} ซึ่งพิมพ์ไม่ได้'],
  [
    'Feeds with it cannot be read, or text shows something else than it says: see docs/limits.md.',
    'ฟีดจะอ่านไม่ได้ หรือข้อความจะแสดงไม่ตรงกับที่เขียน ดู docs/limits.md',
  ],
  [
    'Remove it; write the words around it anew if you cannot see it.',
    'เอาออก ถ้ามองไม่เห็นให้พิมพ์คำรอบ ๆ ใหม่',
  ],
  ['the document cannot be opened', 'เปิดเอกสารไม่ได้'],
  [
    'Open it in Word, Excel or LibreOffice and save it again.',
    'เปิดใน Word, Excel หรือ LibreOffice แล้วบันทึกใหม่',
  ],
];
