import type { Entry } from '#core/message-catalogue.ts';

/** Why `npm run ingest` and `npm run clean-file` refuse a file, by its English text. */
export const INGEST_MESSAGES: readonly Entry[] = [
  ['Leave out "deadline", or "every" and "due".', 'ตัด "deadline" ออก หรือตัด "every" และ "due" ออก'],
  ['The day of a duty that recurs is that of each round.', 'วันของหน้าที่ที่ทำเป็นรอบคือวันของแต่ละรอบ'],
  ['the picture cannot be opened', 'เปิดภาพไม่ได้'],
  [
    'Scan or photograph the page again; the file may have been cut short.',
    'สแกนหรือถ่ายหน้านี้ใหม่ ไฟล์อาจขาดตอน',
  ],
  ['the picture has {a} by {b} pixels, more than {c} million', 'ภาพมี {a} คูณ {b} พิกเซล เกิน {c} ล้าน'],
  [
    'A page of A3 at 600 dots per inch has 70 million; more shows nothing more of a letter.',
    'กระดาษ A3 ที่ 600 จุดต่อนิ้วมี 70 ล้านพิกเซล มากกว่านั้นไม่ช่วยให้เห็นหนังสือชัดขึ้น',
  ],
  ['Scan it at 300 dots per inch, or save a smaller copy.', 'สแกนที่ 300 จุดต่อนิ้ว หรือบันทึกสำเนาที่เล็กลง'],
  [
    'the picture has {a} by {b} pixels, and can be unpacked as a whole alone',
    'ภาพมี {a} คูณ {b} พิกเซล และต้องคลายออกทั้งภาพในคราวเดียว',
  ],
  [
    'A picture that is packed so that it shows coarsely at first, a WebP or a TIFF of more than {a} million pixels takes too much memory.',
    'ภาพแบบที่แสดงหยาบก่อนแล้วค่อยชัด ภาพ WebP หรือ TIFF ที่เกิน {a} ล้านพิกเซล ใช้หน่วยความจำมากเกินไป',
  ],
  [
    'Scan it at 300 dots per inch, or save it as a plain JPEG (not progressive) or PDF.',
    'สแกนที่ 300 จุดต่อนิ้ว หรือบันทึกเป็น JPEG ธรรมดา (ไม่ใช่ progressive) หรือ PDF',
  ],
  [
    'the picture has {a} by {b} pixels, too few for the letters of a page',
    'ภาพมี {a} คูณ {b} พิกเซล น้อยเกินกว่าจะอ่านตัวหนังสือของหน้ากระดาษได้',
  ],
  [
    'A4 has {a} pixels from side to side at 50 dots per inch, where nothing can be read.',
    'กระดาษ A4 กว้าง {a} พิกเซลเมื่อสแกนที่ 50 จุดต่อนิ้ว ซึ่งอ่านอะไรไม่ออก',
  ],
  [
    'Scan the page at 300 dots per inch; of a photo that was sent by chat ask for the file itself.',
    'สแกนหน้านี้ที่ 300 จุดต่อนิ้ว ถ้าเป็นภาพที่ส่งทางแชต ให้ขอไฟล์ต้นฉบับ',
  ],
  ['the picture on page {a} of the PDF is damaged', 'ภาพในหน้า {a} ของ PDF เสียหาย'],
  [
    'It ends before it is whole: a part of what is on the paper is missing.',
    'ข้อมูลภาพจบก่อนครบ เนื้อหาบางส่วนบนกระดาษจึงขาดหายไป',
  ],
  [
    'It cannot be unpacked, and nothing else is drawn on the page.',
    'คลายภาพไม่ได้ และในหน้านั้นไม่มีสิ่งอื่นให้เห็น',
  ],
  [
    'Scan the page again, or ask for the file once more; it may have been cut short on its way.',
    'สแกนหน้านี้ใหม่ หรือขอไฟล์อีกครั้ง ไฟล์อาจขาดตอนระหว่างทาง',
  ],
  ['it is a photo in HEIC, which cannot be read here', 'เป็นภาพถ่ายแบบ HEIC ซึ่งที่นี่อ่านไม่ได้'],
  [
    'Its compression is under patents, and no library that reads it may be used here.',
    'การบีบอัดของแบบนี้มีสิทธิบัตร และไม่มีโปรแกรมที่อ่านได้ซึ่งใช้ที่นี่ได้',
  ],
  [
    'Save it as JPEG: on an iPhone share it as "Most Compatible", or set Camera, Formats, Most Compatible.',
    'บันทึกเป็น JPEG ถ้าเป็น iPhone ให้ตั้งค่า กล้อง รูปแบบ เป็นเข้ากันได้มากที่สุด',
  ],
  ['it has {a} pages, more than {b}', 'มี {a} หน้า เกิน {b} หน้า'],
  ['the PDF has no page {a}', 'PDF ไม่มีหน้า {a}'],
  [
    'No letter has as many, and to read them all takes hours.',
    'ไม่มีหนังสือฉบับใดยาวเท่านี้ และการอ่านทั้งหมดใช้เวลาหลายชั่วโมง',
  ],
  ['Split it into files of fewer pages.', 'แบ่งเป็นไฟล์ที่มีหน้าน้อยลง'],
  [
    'Scan the letter again and read it with a Thai text recogniser (OCR), or ask the sender for the original file.',
    'สแกนหนังสือใหม่แล้วอ่านด้วยโปรแกรมรู้จำอักษรไทย (OCR) หรือขอไฟล์ต้นฉบับจากผู้ส่ง',
  ],
  [
    'The font of the file does not say which letters its shapes are (wrong glyph map), or the file was saved in another encoding.',
    'แบบอักษรในไฟล์ไม่บอกว่ารูปใดคืออักษรใด หรือไฟล์บันทึกด้วยรหัสอักษรอื่น',
  ],
  ['{a} of {b} characters are lost', 'อักขระหายไป {a} จาก {b} ตัว'],
  ['it is Thai text shown as Latin letters', 'ข้อความไทยกลายเป็นอักษรละติน'],
  [
    'The bytes of Thai text were read in a Western encoding before they reached us.',
    'ข้อความไทยเคยถูกอ่านด้วยรหัสอักษรตะวันตกมาก่อนถึงที่นี่',
  ],
  [
    'Open the original in its own program and save it as UTF-8 text or as DOCX.',
    'เปิดต้นฉบับด้วยโปรแกรมเดิม แล้วบันทึกเป็นข้อความ UTF-8 หรือ DOCX',
  ],
  [
    '{a} of {b} characters are signs such as "#" or "=" where letters should stand',
    'อักขระ {a} จาก {b} ตัวเป็นเครื่องหมาย เช่น "#" หรือ "=" ในที่ที่ควรเป็นตัวหนังสือ',
  ],
  ['only {a} of {b} letters in it are Thai', 'มีอักษรไทยเพียง {a} จาก {b} ตัว'],
  [
    'The text is in another script, text recognition took Thai for one, or the font of the file does not say which letters its shapes are.',
    'ข้อความเป็นอักษรอื่น โปรแกรมรู้จำอักษรอ่านไทยเป็นอักษรอื่น หรือแบบอักษรในไฟล์ไม่บอกว่ารูปใดคืออักษรใด',
  ],
  [
    'The font of the file does not name them, or the program from which the text was copied left them out.',
    'แบบอักษรในไฟล์ไม่ระบุไว้ หรือโปรแกรมที่คัดลอกข้อความมาตัดทิ้งไป',
  ],
  ['no vowel above a letter is left in it', 'สระบนหายไปทั้งหมด'],
  ['no sara aa is left in it', 'สระอาหายไปทั้งหมด'],
  ['none of the commonest Thai words stands in it', 'ไม่มีคำไทยที่พบบ่อยอยู่เลย'],
  ['{a} syllables stand in it twice', 'มี {a} พยางค์ที่ซ้ำสองครั้ง'],
  [
    'The viewer of PDFs from which the text was copied repeats a cluster of marks for each of its parts, as those of browsers do.',
    'โปรแกรมเปิด PDF ที่คัดลอกข้อความมา เขียนสระและวรรณยุกต์ซ้ำ เช่นโปรแกรมในเบราว์เซอร์',
  ],
  ['Give the PDF itself instead of the copied text.', 'ใช้ไฟล์ PDF นั้นเอง แทนข้อความที่คัดลอกมา'],
  [
    '{a} vowels and tone marks stand apart from their consonants',
    'สระและวรรณยุกต์ {a} ตัวแยกจากพยัญชนะ',
  ],
  [
    'The PDF places them one by one, and what belongs together can no longer be known.',
    'PDF วางทีละตัว จึงบอกไม่ได้แล้วว่าตัวใดอยู่กับตัวใด',
  ],
  ['{a} vowels and tone marks stand where none can', 'สระและวรรณยุกต์ {a} ตัวอยู่ในตำแหน่งที่เป็นไปไม่ได้'],
  ['there is no text in it', 'ไม่มีข้อความอยู่เลย'],
  [
    'The file is empty, or its pages are pictures without a text layer.',
    'ไฟล์ว่าง หรือทุกหน้าเป็นภาพที่ไม่มีชั้นข้อความ',
  ],
  [
    'Read the pages with a Thai text recogniser (OCR) first, and give the text or the PDF that it makes.',
    'อ่านด้วยโปรแกรมรู้จำอักษรไทย (OCR) ก่อน แล้วใช้ข้อความหรือ PDF ที่ได้',
  ],
  ['sara aa and sara am are one letter in it', 'สระอากับสระอำกลายเป็นตัวเดียวกัน'],
  [
    'The font of the file names both vowels alike, and some words could be read with either.',
    'แบบอักษรในไฟล์เรียกสระทั้งสองเหมือนกัน บางคำจึงอ่านได้สองแบบ',
  ],
  ['the page lies on its side', 'หน้ากระดาษวางตะแคง'],
  [
    'Its text comes in pieces of a few letters, one under the other, so that no line can be read.',
    'ข้อความมาเป็นท่อนสั้น ๆ เรียงลงมา จึงอ่านเป็นบรรทัดไม่ได้',
  ],
  [
    'Turn the page in the original and save it again, or read it with a Thai text recogniser (OCR).',
    'หมุนหน้าในต้นฉบับแล้วบันทึกใหม่ หรืออ่านด้วยโปรแกรมรู้จำอักษรไทย (OCR)',
  ],
  ['no letter was found in it', 'ไม่พบหนังสือในไฟล์นี้'],
  [
    'A letter is known by its lines "เรื่อง" and "เรียน", or one under seal by its number and "ถึง" below; none stand at the beginning of a line.',
    'หนังสือรู้ได้จากบรรทัด "เรื่อง" และ "เรียน" หรือหนังสือประทับตราจากเลขที่และ "ถึง" ที่อยู่ใต้เลข ซึ่งไม่มีอยู่ที่ต้นบรรทัดใด',
  ],
  [
    'Check that it is a letter and not an order, an announcement or an attachment; if a scan lost these words, write them in.',
    'ดูว่าเป็นหนังสือ มิใช่คำสั่ง ประกาศ หรือสิ่งที่ส่งมาด้วย หากคำเหล่านี้หายไปในการสแกน ให้เขียนเติม',
  ],
  ['the letter is marked "{a}"', 'หนังสือมีชั้นความลับ "{a}"'],
  [
    'Keep it out of the portal. If the mark is a misreading, take it out of the text and run this again.',
    'อย่านำขึ้นพอร์ทัล หากเป็นการอ่านผิด ให้ลบคำนั้นออกจากข้อความแล้วสั่งใหม่',
  ],
  [
    'the letter passes on one that is marked as secret, or is passed on by one',
    'หนังสือนี้ส่งต่อหนังสือที่มีชั้นความลับ หรือถูกส่งต่อโดยหนังสือเช่นนั้น',
  ],
  ['It would tell of that letter.', 'จะเปิดเผยว่ามีหนังสือฉบับนั้น'],
  ['it is no PDF, so it is not kept as the file of the letter', 'ไม่ใช่ PDF จึงไม่เก็บเป็นไฟล์ของหนังสือ'],
  [
    'Scan the letter or save it as a PDF, and give that with --letter-file.',
    'สแกนหนังสือหรือบันทึกเป็น PDF แล้วระบุด้วย --letter-file',
  ],
  [
    'personal data stands within it ({a}), so it is not kept as the file of the letter',
    'มีข้อมูลส่วนบุคคลอยู่ภายใน ({a}) จึงไม่เก็บเป็นไฟล์ของหนังสือ',
  ],
  [
    'Black it out in the file, so that no text lies below, and give that with --letter-file.',
    'ปิดทับในไฟล์โดยไม่เหลือข้อความอยู่ข้างใต้ แล้วระบุด้วย --letter-file',
  ],
  [
    'it holds letters of more than one circular, so it is not kept as the file of any',
    'มีหนังสือเวียนมากกว่าหนึ่งเรื่อง จึงไม่เก็บเป็นไฟล์ของเรื่องใด',
  ],
  ['Give a PDF of each letter by itself.', 'ใช้ PDF แยกทีละฉบับ'],
  ['{a} has another file of the letter already ({b})', '{a} มีไฟล์ของหนังสือเป็นไฟล์อื่นอยู่แล้ว ({b})'],
  [
    'Withdraw or replace it by hand, as docs/letter-file.md says.',
    'เพิกถอนหรือเปลี่ยนด้วยมือ ตาม docs/letter-file.md',
  ],
  ['it is of a kind that cannot be cleaned here', 'เป็นไฟล์ชนิดที่ลบข้อมูลกำกับที่นี่ไม่ได้'],
  [
    'PDF, Office and OpenDocument files, JPEG, PNG, GIF, WebP and TIFF can.',
    'ทำได้กับ PDF, Office, OpenDocument, JPEG, PNG, GIF, WebP และ TIFF',
  ],
  [
    'Remove its properties in the program that made it, or save it as one of these.',
    'ลบคุณสมบัติของไฟล์ในโปรแกรมที่สร้าง หรือบันทึกเป็นชนิดเหล่านี้',
  ],
  ['some of its metadata cannot be taken out ({a})', 'ข้อมูลกำกับบางอย่างลบออกไม่ได้ ({a})'],
  ['Remove it in the program that made the file.', 'ลบในโปรแกรมที่สร้างไฟล์'],
  [
    'the file would have another text without its metadata, so it was left as it is',
    'หากลบข้อมูลกำกับ ข้อความในไฟล์จะเปลี่ยน จึงปล่อยไว้ตามเดิม',
  ],
  ['Remove its properties in the program that made it.', 'ลบคุณสมบัติของไฟล์ในโปรแกรมที่สร้าง'],
  ['Its pages cannot be written again one by one.', 'เขียนทีละหน้าใหม่ไม่ได้'],
  ['Save it as a PDF, and give that.', 'บันทึกเป็น PDF แล้วใช้ไฟล์นั้น'],
  [
    'Print it to a new PDF, or remove its properties in the program that made it.',
    'พิมพ์เป็น PDF ใหม่ หรือลบคุณสมบัติในโปรแกรมที่สร้าง',
  ],
  [
    'the objects of this PDF cannot be read, so nothing can be taken out of it',
    'อ่านโครงสร้างของ PDF นี้ไม่ได้ จึงลบสิ่งใดออกไม่ได้',
  ],
  ['the PDF is signed', 'PDF นี้ลงลายมือชื่ออิเล็กทรอนิกส์ไว้'],
  ['the document is signed', 'เอกสารนี้ลงลายมือชื่ออิเล็กทรอนิกส์ไว้'],
  [
    'Its signature would no longer hold for a file without its metadata.',
    'หากลบข้อมูลกำกับ ลายมือชื่อจะใช้ไม่ได้',
  ],
  [
    'Write "keepMetadata: true" beside "file" where its signer agrees; or scan the letter anew.',
    'เขียน "keepMetadata: true" ข้าง "file" หากผู้ลงนามยินยอม หรือสแกนหนังสือใหม่',
  ],
  [
    'Write "keepMetadata: true" beside "file" where its signer agrees; or save a copy without the signature.',
    'เขียน "keepMetadata: true" ข้าง "file" หากผู้ลงนามยินยอม หรือบันทึกสำเนาที่ไม่มีลายมือชื่อ',
  ],
  ['there is a folder of that name already', 'มีโฟลเดอร์ชื่อนี้อยู่แล้ว'],
  ['there is a file or folder of that name already', 'มีไฟล์หรือโฟลเดอร์ชื่อนี้อยู่แล้ว'],
  [
    'Another command may have written it in this moment. Nothing was written.',
    'อาจมีคำสั่งอื่นเขียนไว้ในขณะนี้ ยังไม่ได้เขียนสิ่งใด',
  ],
  ['Run the command again: it sees then what is there.', 'สั่งใหม่อีกครั้ง โปรแกรมจะเห็นสิ่งที่มีอยู่'],
  [
    'page {a} was read from its picture; compare every field with it',
    'หน้า {a} อ่านจากภาพ โปรดเทียบทุกช่องกับภาพ',
  ],
  [
    'page {a} was read from its picture; compare every field with it (it lay {b} degrees turned)',
    'หน้า {a} อ่านจากภาพ ซึ่งหมุนมา {b} องศา โปรดเทียบทุกช่องกับภาพ',
  ],
  [
    'page {a} has no ink: a blank back, or a picture that cannot be drawn',
    'หน้า {a} ไม่มีตัวหนังสือ เป็นด้านหลังที่ว่าง หรือภาพที่วาดไม่ได้',
  ],
  [
    'page {a} shows no writing that can be read: a picture, handwriting or another script. If it is a page of the letter, scan it again upright at 300 dots per inch',
    'หน้า {a} ไม่มีตัวหนังสือที่อ่านได้ เป็นภาพ ลายมือ หรืออักษรอื่น ถ้าเป็นหน้าของหนังสือ สแกนใหม่ให้ตั้งตรงที่ 300 จุดต่อนิ้ว',
  ],
  [
    'page {a} is cut off at its {b} side: {c} of its lines run out of the picture, and what is missing was not guessed. Scan it again with all four edges of the paper in the picture',
    'หน้า {a} ขาดที่ขอบกระดาษ มี {c} บรรทัดที่เลยออกนอกภาพ ระบบไม่เดาส่วนที่ขาด โปรดสแกนใหม่ให้เห็นขอบกระดาษครบทุกด้าน',
  ],
  [
    'page {a} is badly legible: {b} of its {c} lines are in doubt. Scan it again at 300 dots per inch in greys, or photograph it in even light',
    'หน้า {a} อ่านยาก {b} จาก {c} บรรทัดไม่แน่ใจ โปรดสแกนใหม่ที่ 300 จุดต่อนิ้วแบบระดับสีเทา หรือถ่ายในที่แสงเสมอ',
  ],
  ['{a} file lies within it and is not read', 'มีไฟล์อยู่ข้างใน {a} ไฟล์ ซึ่งไม่ได้อ่าน'],
  [
    'page {a}, the last one, is in English and is not read',
    'หน้า {a} ซึ่งเป็นหน้าสุดท้าย เป็นภาษาอังกฤษ ไม่ได้อ่าน',
  ],
  ['pages {a} to {b} are in English and are not read', 'หน้า {a} ถึง {b} เป็นภาษาอังกฤษ ไม่ได้อ่าน'],
  ['{a} files lie within it and are not read', 'มีไฟล์อยู่ข้างใน {a} ไฟล์ ซึ่งไม่ได้อ่าน'],
  ['{a} comment is left out', 'ไม่ได้อ่านข้อคิดเห็น {a} แห่ง'],
  ['{a} comments are left out', 'ไม่ได้อ่านข้อคิดเห็น {a} แห่ง'],
  ['hidden text, which is not printed, is left out', 'ไม่ได้อ่านข้อความที่ซ่อนไว้ ซึ่งไม่พิมพ์ออกมา'],
  // How far an ingest is.
  ['{a}: refused, {*b}', '{a}: ไม่รับ {*b}'],
  ['{a}: read, {b} letter', '{a}: หนังสือ {b} ฉบับ'],
  ['{a}: read, {b} letters', '{a}: หนังสือ {b} ฉบับ'],
  ['passed over as data, not letters: {a} ({b})', 'ข้ามเพราะเป็นข้อมูล ไม่ใช่หนังสือ: {a} ไฟล์ ({b})'],
];
