import type { DoubtCode } from './field.ts';

/** What each doubt means: in English for the terminal, in Thai for those who read the draft. */
export const DOUBT_TEXT: Readonly<Record<DoubtCode, { readonly en: string; readonly th: string }>> =
  {
    missing: { en: 'not found in the text', th: 'ไม่พบในข้อความที่อ่านได้' },
    unreadable: { en: 'cannot be read', th: 'อ่านไม่ออก' },
    'no-subject': {
      en: 'a letter under seal has no subject: write what it is about',
      th: 'หนังสือประทับตราไม่มีเรื่อง โปรดเขียนว่าเป็นเรื่องอะไร',
    },
    noise: { en: 'holds characters that no letter has', th: 'มีอักขระแปลกปลอมที่หนังสือไม่น่าจะมี' },
    'unknown-prefix': {
      en: 'prefix of no known ministry or province',
      th: 'อักษรนำไม่ตรงกับกระทรวงหรือจังหวัดใด',
    },
    'prefix-of-other-office': {
      en: 'prefix of another office',
      th: 'อักษรนำไม่ใช่ของหน่วยงานที่ออกหนังสือ',
    },
    'mark-misread': { en: 'the mark ว may have been read as a digit', th: 'ตัว ว อาจถูกอ่านเป็นตัวเลข' },
    'mark-missing': {
      en: 'the mark ว may have been lost',
      th: 'ไม่เห็นตัว ว หน้าเลข ทั้งที่น่าจะเป็นหนังสือเวียน',
    },
    shape: { en: 'unusual shape of a number', th: 'รูปแบบของเลขไม่เป็นไปตามปกติ' },
    'mixed-digits': { en: 'Thai and Arabic digits in one number', th: 'มีเลขไทยปนเลขอารบิก' },
    'impossible-day': { en: 'no such day in that month', th: 'ไม่มีวันที่นี้ในปฏิทิน' },
    'impossible-year': { en: 'unlikely year', th: 'ปีไม่น่าเป็นไปได้' },
    'no-day': { en: 'the day is missing', th: 'อ่านวันไม่ออก' },
    'no-year': { en: 'the year is not stated', th: 'ไม่ได้ระบุปี' },
    'weekday-of-other-day': {
      en: 'that day falls on another day of the week',
      th: 'วันในสัปดาห์ไม่ตรงกับวันที่นี้',
    },
    'several-dates': {
      en: 'the head holds several dates',
      th: 'หัวหนังสือมีวันที่หลายวัน จึงต้องตรวจว่าวันใดเป็นวันที่ของหนังสือ',
    },
    'several-days': {
      en: 'one of several days that are written as one',
      th: 'เขียนหลายวันรวมกัน จึงต้องตรวจว่ากำหนดวันใดบ้าง',
    },
    'impossible-time': { en: 'no such time of day', th: 'ไม่มีเวลานี้ในหนึ่งวัน' },
    'month-misspelled': { en: 'the month is misspelled', th: 'ชื่อเดือนสะกดผิด' },
    'stray-characters': { en: 'other characters stand in it', th: 'มีอักขระอื่นปนอยู่' },
    weekend: { en: 'a Saturday or Sunday', th: 'ตรงกับวันเสาร์หรือวันอาทิตย์' },
    'after-letter': { en: 'later than what must follow it', th: 'อยู่หลังวันที่ที่ควรมาทีหลัง' },
    'after-today': {
      en: 'later than the day on which it was read',
      th: 'เป็นวันที่ที่ยังมาไม่ถึงในวันที่อ่านหนังสือ',
    },
    'before-letter': { en: 'earlier than the letter itself', th: 'มาก่อนวันที่ของหนังสือ' },
    'far-from-letter': {
      en: 'more than five years after the letter',
      th: 'ห่างจากวันที่ของหนังสือเกินห้าปี',
    },
    misspelled: { en: 'a known word is misspelled', th: 'มีคำที่น่าจะอ่านผิด' },
    'differs-from-body': {
      en: 'the body of the letter writes it otherwise',
      th: 'เขียนไม่ตรงกับเนื้อความของหนังสือฉบับเดียวกัน',
    },
    'no-title': { en: 'a name without its title', th: 'ชื่อไม่มีคำนำหน้า' },
    'unknown-post': { en: 'begins with no known post', th: 'ไม่ขึ้นต้นด้วยตำแหน่งที่รู้จัก' },
    'damaged-scan': {
      en: 'much of the letter is misread or mistyped',
      th: 'ข้อความของหนังสืออ่านผิดหรือพิมพ์ผิดหลายแห่ง จึงต้องตรวจกับต้นฉบับ',
    },
    'sources-disagree': {
      en: 'head and signature name different offices',
      th: 'หัวหนังสือและผู้ลงนามไม่ตรงกัน',
    },
    'copies-disagree': { en: 'letters give different readings', th: 'หนังสือแต่ละฉบับเขียนไม่ตรงกัน' },
    cited: {
      en: 'known only from a letter that cites it',
      th: 'ใช้ตามที่หนังสือนำส่งอ้าง เพราะบนหนังสืออ่านไม่ออก',
    },
    'other-than-letter': {
      en: 'no letter, such as an order or a regulation',
      th: 'สิ่งที่อ้างถึงไม่ใช่หนังสือ เช่น ระเบียบหรือคำสั่ง จึงไม่มีเลขหนังสือ',
    },
    'far-from-sisters': {
      en: 'far from the numbers of letters sent beside it',
      th: 'เลขห่างจากหนังสือที่ออกพร้อมกันมาก',
    },
    'unknown-urgency': { en: 'a word where the urgency stands', th: 'อ่านชั้นความเร็วไม่ออก' },
    'mark-may-be-lost': {
      en: 'the head is damaged and may have lost a mark',
      th: 'หัวหนังสืออ่านไม่ครบ อาจมีตราที่ไม่เห็นในข้อความที่อ่านได้',
    },
    'past-tense': { en: 'tells of an earlier cancellation', th: 'เป็นการเล่าถึงการยกเลิกที่เคยแจ้งแล้ว' },
    'several-references': {
      en: 'does not say which of several references',
      th: 'ไม่ได้ระบุว่าอ้างถึงฉบับใด',
    },
    'page-order': {
      en: 'the pages of the file are out of order',
      th: 'หน้าในไฟล์สลับลำดับกัน จึงต้องตรวจกับต้นฉบับ',
    },
    'not-asked': {
      en: 'the letter may ask for nothing by that day',
      th: 'ข้อความอาจไม่ได้กำหนดให้ต้องทำสิ่งใดภายในวันนั้น',
    },
    'may-recur': {
      en: 'the day may come once or in every round',
      th: 'ข้อความอาจหมายถึงครั้งเดียวหรือทุกรอบ',
    },
    'readings-differ': {
      en: 'two readings of the scan differ',
      th: 'อ่านจากภาพสแกนสองวิธีได้ไม่ตรงกัน',
    },
    faint: {
      en: 'the scan is not clear enough there',
      th: 'ภาพสแกนตรงนี้ไม่ชัดพอที่จะเชื่อได้',
    },
    'runs-on': {
      en: 'what follows it in the letter may stand in it',
      th: 'อาจมีข้อความถัดไปของหนังสือติดมาด้วย',
    },
    'not-understood': {
      en: 'its words state a time that was not understood',
      th: 'หนังสือระบุเวลาไว้ แต่โปรแกรมแปลความไม่ได้ ให้อ่านตามถ้อยคำของหนังสือ',
    },
    'of-event': {
      en: 'it is counted from something whose day the letter does not give',
      th: 'นับจากเหตุการณ์ที่หนังสือไม่ได้บอกวัน จึงคำนวณเป็นวันที่ไม่ได้',
    },
    'under-heading': {
      en: 'the day stands in a list or table; check that it is the last day for it',
      th: 'วันที่นี้อยู่ในรายการหรือตาราง ให้ตรวจว่าเป็นวันครบกำหนดจริง',
    },
    'cut-off': {
      en: 'the page is cut off there',
      th: 'หน้ากระดาษขาดหายไปตรงนี้ ข้อความอาจไม่ครบ',
    },
  };
