import { describe, expect, it } from 'vitest';
import { isTotalRow } from './total-row.ts';

describe('isTotalRow', () => {
  it.each([
    [['รวม', '', '12']],
    [['', 'รวมทั้งสิ้น', '', '๑๒ ฉบับ', '']],
    [['รวมทั้งหมด 1,204 เรื่อง', '']],
    [['ยอดยกมา', '40']],
    [['ยอดรวม:', '3', '4']],
    [['TOTAL', '3']],
  ])('knows %j', (cells) => expect(isTotalRow(cells)).toBe(true));

  it.each([
    [[]],
    [['', '']],
    [['12', 'รวม']],
    [['รวมพลคนท้องถิ่น', '12']],
    [['รวม', 'มท 0808.4/ว 1541', '2 เม.ย. 2568']],
    [['รวม', 'สถ.', '12']],
    [['101', 'มท 0808.4/ว 1541', 'รวม']],
    [['ยอดเงินอุดหนุน', '12']],
  ])('takes %j for none', (cells) => expect(isTotalRow(cells)).toBe(false));
});
