/** Why a movement is not recorded, by the command or at the desk. */
export const RECORDING_MESSAGES: readonly (readonly [en: string, th: string])[] = [
  ['Nothing was recorded.', 'ยังไม่ได้บันทึก'],
  [
    '"{a}" is no day of the calendar that can be meant alone',
    '"{a}" ไม่ใช่วันที่ซึ่งหมายถึงได้วันเดียวในปฏิทิน',
  ],
  [
    'Write it as registers do: 11/4/2568, ๑๑ เม.ย. ๖๘ or 2025-04-11. One that is wrong in the register is recorded as in doubt, with what was read.',
    'เขียนแบบในทะเบียน เช่น 11/4/2568 หรือ ๑๑ เม.ย. ๖๘ ถ้าในทะเบียนเขียนผิดเอง ให้บันทึกว่าไม่แน่ใจ พร้อมข้อความที่อ่านได้',
  ],
  ['Correct the date; what has not happened is not recorded.', 'แก้วันที่ สิ่งที่ยังไม่เกิดไม่บันทึก'],
  [
    'the ledger has {a} movements, none with the no {b}',
    'บัญชีมีการเคลื่อนไหว {a} รายการ ไม่มีรายการที่ {b}',
  ],
  ['a corrected letter has no letter number', 'รายการแก้ไขของหนังสือที่ส่งไม่มีเลขที่หนังสือ'],
  ['Give the number of the letter as it should be.', 'ใส่เลขที่หนังสือตามที่ถูกต้อง'],
  ['a corrected letter has no addressee', 'รายการแก้ไขของหนังสือที่ส่งไม่มีผู้รับ'],
  [
    'Give the offices or groups it was sent to, corrected or not.',
    'ใส่หน่วยงานหรือกลุ่มที่ส่งถึง แม้ส่วนนี้ไม่เปลี่ยน',
  ],
  ['the same movement is recorded already, as no {a}', 'มีรายการเดียวกันบันทึกไว้แล้ว เป็นรายการที่ {a}'],
  ['Nothing needs to be done.', 'ไม่ต้องทำอะไร'],
  [
    'Time cannot run backwards; the two are left out of every sum.',
    'เวลาย้อนกลับไม่ได้ สองรายการนี้จะไม่นับในผลรวมใด',
  ],
  ['No letter arrives or leaves before it is there.', 'หนังสือมาถึงหรือออกไปก่อนมีหนังสือไม่ได้'],
  [
    'sent on before it was received: {a}, and row {b} is of {c}',
    'ส่งต่อก่อนรับ: {a} แต่รายการที่ {b} เป็นวันที่ {c}',
  ],
  ['{a} is not on the route of this circular', '{a} ไม่อยู่ในสายส่งต่อของหนังสือนี้'],
  ['Nothing would ever show what is recorded there.', 'สิ่งที่บันทึกที่นั่นจะไม่แสดงที่ใดเลย'],
  ['it says that a letter is secret, or may be', 'บอกว่าหนังสือเป็นความลับ หรืออาจเป็น'],
  ['Ledgers are published.', 'บัญชีการเคลื่อนไหวเผยแพร่แก่ทุกคน'],
  ['Ledgers are published. Nothing was recorded.', 'บัญชีการเคลื่อนไหวเผยแพร่แก่ทุกคน จึงไม่ได้บันทึก'],
  [
    'Keep movements of secret letters out; put it in other words where none is meant.',
    'อย่าบันทึกหนังสือลับ ถ้าไม่ได้หมายถึงความลับ ให้ใช้คำอื่น',
  ],
  [
    "it holds a mobile number, a private e-mail address or a citizen's number",
    'มีเบอร์มือถือ อีเมลส่วนตัว หรือเลขประจำตัวประชาชน',
  ],
  [
    'Leave it out; give the telephone or address of the office where one is needed.',
    'ลบออก ถ้าจำเป็นให้ใช้โทรศัพท์หรือที่อยู่ของหน่วยงาน',
  ],
  [
    '{a} used the number {b} already for another letter ({c}, row {d}, {e})',
    '{a} ใช้เลข {b} กับหนังสือฉบับอื่นแล้ว ({c} รายการที่ {d} วันที่ {e})',
  ],
  [
    'Within a year a number stands for one letter. Nothing was recorded.',
    'ในปีเดียวกัน เลขหนึ่งใช้กับหนังสือฉบับเดียว จึงไม่ได้บันทึก',
  ],
  [
    'Compare with the register; give the right number or desk, or name "number" under doubt.',
    'เทียบกับทะเบียน แก้เลขหรือโต๊ะให้ถูก ถ้าไม่แน่ใจ ทำเครื่องหมายว่าเลขไม่ชัด',
  ],
  ['no office has that id, nor that full name', 'ไม่มีหน่วยงานที่มีรหัสหรือชื่อเต็มนี้'],
  ['Give one of these: {a}.', 'ใกล้เคียง: {a}'],
];
