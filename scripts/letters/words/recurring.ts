import { every, recurs } from './deadline-makers.ts';
import type { DeadlinePhrase } from './fill.ts';
import type { Phrases } from './part.ts';

/** Time limits that recur, by what their day is. */
export const RECURRING_KINDS = [
  'every-month',
  'every-month-end',
  'every-working-day',
  'every-quarter',
  'every-week',
  'every-year',
  'after-every-end',
] as const;

export const RECURRING: Readonly<
  Record<(typeof RECURRING_KINDS)[number], Phrases<DeadlinePhrase>>
> = {
  'every-month': {
    tuning: [
      every(
        (asked, num) => `ให้${asked}รายงานผลภายในวันที่ ${num(5)} ของทุกเดือน`,
        recurs('P1M', { day: 5 }),
      ),
      every(
        (asked, num) => `ขอให้${asked}บันทึกข้อมูลก่อนวันที่ ${num(10)} ของทุกเดือน ทางระบบ`,
        recurs('P1M', { day: 10, before: true }),
      ),
    ],
    'held-out': [
      every(
        (asked, num) => `ขอให้${asked}ส่งยอดคงเหลือทุกวันที่ ${num(10)} ของเดือนถัดไป`,
        recurs('P1M', { day: 10 }),
      ),
      every(
        (asked, num) => `${asked}ต้องนำส่งบัญชีแนบ ไม่เกินวันที่ ${num(15)} และวันที่ ${num(25)} ของแต่ละเดือน`,
        recurs('P1M', { day: 15 }),
        recurs('P1M', { day: 25 }),
      ),
    ],
  },
  'every-month-end': {
    tuning: [
      every((asked) => `ให้${asked}สรุปจำนวนผู้ใช้บริการทุกสิ้นเดือน`, recurs('P1M', { day: 'last' })),
    ],
    'held-out': [
      every(
        (asked) => `ขอให้${asked}ปิดบัญชีภายในวันสุดท้ายของทุกเดือน โดยเคร่งครัด`,
        recurs('P1M', { day: 'last' }),
      ),
    ],
  },
  'every-working-day': {
    tuning: [
      every((asked) => `ให้${asked}แจ้งยอดภายในวันทำการแรกของทุกเดือน`, recurs('P1M', { workday: 1 })),
    ],
    'held-out': [
      every(
        (asked, num) => `ขอให้${asked}รับรองข้อมูลภายใน ${num(3)} วันทำการแรกของแต่ละเดือน`,
        recurs('P1M', { workday: 3 }),
      ),
      every(
        (asked) => `ให้${asked}ตรวจนับวัสดุในวันทำการสุดท้ายของทุกไตรมาส`,
        recurs('P3M', { workday: 'last' }),
      ),
    ],
  },
  'every-quarter': {
    tuning: [
      every((asked) => `ให้${asked}รายงานความก้าวหน้าทุกสิ้นไตรมาส`, recurs('P3M', { day: 'last' })),
    ],
    'held-out': [
      every(
        (asked) => `ขอให้${asked}ส่งแบบติดตามภายในวันสิ้นสุดของแต่ละไตรมาส`,
        recurs('P3M', { day: 'last' }),
      ),
    ],
  },
  'every-week': {
    tuning: [
      every((asked) => `ให้${asked}รายงานสถานการณ์ทุกวันศุกร์`, recurs('P1W', { weekday: 'friday' })),
    ],
    'held-out': [
      every(
        (asked) => `ขอให้${asked}ส่งตัวเลขทุกวันจันทร์และวันพฤหัสบดี ก่อนเลิกงาน`,
        recurs('P1W', { weekday: 'monday' }),
        recurs('P1W', { weekday: 'thursday' }),
      ),
      every(
        (asked) => `ให้${asked}ทดสอบสัญญาณทุกวันพุธแรกของเดือน`,
        recurs('P1M', { weekday: 'wednesday', nth: 1 }),
      ),
    ],
  },
  'every-year': {
    tuning: [
      every(
        (asked, num) =>
          `ให้${asked}รายงานปีละสองครั้ง ภายใน ${num(30)} เมษายน และ ${num(31)} ตุลาคม ของทุกปี`,
        recurs('P1Y', { month: 4, day: 30 }),
        recurs('P1Y', { month: 10, day: 31 }),
      ),
    ],
    'held-out': [
      every(
        (asked, num) => `ขอให้${asked}ทบทวนทะเบียนไม่เกินวันที่ ${num(15)} มกราคมของทุกปี`,
        recurs('P1Y', { month: 1, day: 15 }),
      ),
      every(
        (asked) => `ให้${asked}ประกาศรายชื่อภายในเดือนพฤศจิกายน ของทุกปี`,
        recurs('P1Y', { month: 11 }),
      ),
    ],
  },
  'after-every-end': {
    tuning: [
      every(
        (asked, num) => `ให้${asked}ส่งงบภายใน ${num(7)} วัน นับแต่วันสิ้นเดือน`,
        recurs('P1M', { after: 'P7D', end: 'month' }),
      ),
    ],
    'held-out': [
      every(
        (asked, num) => `ขอให้${asked}จัดทำรายงานภายใน ${num(15)} วันหลังสิ้นไตรมาส`,
        recurs('P3M', { after: 'P15D', end: 'quarter' }),
      ),
      every(
        (asked) => `ให้${asked}ส่งรายงานประจำปีภายในสามสิบวัน นับจากวันสิ้นปีงบประมาณ`,
        recurs('P1Y', { after: 'P30D', end: 'fiscal-year' }),
      ),
    ],
  },
};
