import { expect, it } from 'vitest';
import { ASKED, foundAt, leftOversIn, QUESTIONS, REMOVE_LINE } from './skeleton.ts';

it.each([
  ['a line as the draft has it', `${ASKED.summary.ask} ${REMOVE_LINE}`, ['ask']],
  ['a line without its end', ASKED.actions.ask, ['ask']],
  ['a line with other spaces', 'เขียนสรุปด้วยภาษาง่ายๆ ตรงนี้  แล้วลบ บรรทัดนี้', ['ask']],
  ['a line quoted or listed', `> - **${ASKED.summary.ask}**`, ['ask']],
  ['another line that asks to be removed', `เติมชื่อระบบ ${REMOVE_LINE}`, ['ask']],
  ['a question', `## ${QUESTIONS}\n\n- ผู้รับ`, ['question']],
  ['a doubt behind a day', `- 30 เมษายน 2568 (${QUESTIONS})`, ['question']],
  ['the place of a day', `- 30 เมษายน 2568 ${foundAt('ภายในวันที่ ๓๐', 12)}`, ['place']],
  ['an empty part', `## ${ASKED.summary.heading}\n\n## ต่อไป\n\nข้อความ`, ['empty']],
  ['an empty part at the end', `ข้อความ\n\n### ${ASKED.actions.heading}\n`, ['empty']],
  ['a part that was written', `## ${ASKED.summary.heading}\n\nระบบปิดสองวัน`, []],
  ['advice to write and to remove', 'เขียนชื่อผู้ใช้ลงในแบบ แล้วลบรหัสผ่านเดิม', []],
  ['words on comparing', 'ตรวจกับต้นฉบับก่อนใช้อ้างอิง', []],
])('finds %s', (_, text, kinds) => {
  expect(leftOversIn(text).map(({ kind }) => kind)).toEqual(kinds);
});
