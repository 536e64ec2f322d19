import { describe, expect, it } from 'vitest';
import type { Office } from '#core/office/office.ts';
import { readRegisterAddressees } from './addressees.ts';
import { registry } from './testing/made-up-offices.ts';

describe('readRegisterAddressees', () => {
  it.each<[sender: string, text: string, to: string[], unknown: string[]]>([
    ['dla', 'ผู้ว่าราชการจังหวัด ทุกจังหวัด', ['provinces'], []],
    ['dla', 'ผวจ.ตัวอย่าง', ['p88'], []],
    ['p88', 'นายอำเภอ ทุกอำเภอ', ['districts'], []],
    ['p88', 'นายอำเภอ ทุกอำเภอ / นายกเทศมนตรีเมืองทุกแห่ง', ['districts', 'towns'], []],
    ['p88', 'นายอำเภอทุกอำเภอ, นายก อบจ.ตัวอย่าง', ['districts', 'a880050'], []],
    ['p88', 'นายกองค์การบริหารส่วนจังหวัดตัวอย่าง และนายกเทศมนตรีเมืองตัวอย่าง', ['a880050', 'a8899'], []],
    ['p88', 'นายอำเภอสอง', ['d8802'], []],
    ['p88', 'อบต.สอง', [], ['อบต.สอง']],
    ['p88', 'อปท. ทุกแห่ง', [], ['อปท. ทุกแห่ง']],
    ['d8802', 'อปท. ทุกแห่ง', ['subdistrict-municipalities', 'saos'], []],
    ['d8802', '๑. อบต.สอง ๒. ทต.สาม', [], ['อบต.สอง 2. ทต.สาม']],
    ['d8802', '๑. อบต.สอง\n๒. ทต.สาม', ['a880251', 'a880252'], []],
    ['d8802', 'นายก อบต. ทุกแห่ง', ['saos'], []],
    ['d8802', 'เทศบาลตำบลสาม อำเภอสอง จังหวัดตัวอย่าง', ['a880252'], []],
    ['d8802', 'อบต.สี่', [], ['อบต.สี่']],
    ['d8802', '', [], []],
  ])('from %s, "%s"', (sender, text, to, unknown) => {
    const by = registry.byId.get(sender) as Office;
    expect(readRegisterAddressees(text, registry, by)).toEqual({ to, unknown });
  });
});
