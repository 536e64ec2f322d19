import type { Files } from '../check/good-content.ts';
import { SITE_FILES } from './site-files.ts';

const FINANCE = 'office,month,side,category,amount,source,as_of';
const GRANTS = 'transfer,grant_type,period,office,amount,date,letter_number,source';

/** The two grants of the made-up transfers. */
export const PENSION = 'เงินอุดหนุนทั่วไป เบี้ยยังชีพผู้สูงอายุ';
export const MILK = 'เงินอุดหนุนทั่วไป อาหารเสริม (นม)';

const csv = (...rows: string[]): string => `${rows.join('\n')}\n`;

/**
 * Figures of the two authorities of Chiang Mai (p50): transfers of three fiscal years, of which one total that a file states
 * is not the sum; reports of two months of this year and one of the last, one taken before the month had ended; and the
 * population of one authority alone. Nothing is on record of any other province.
 */
export const FIGURE_FILES: Files = new Map([
  ...SITE_FILES,
  [
    'content/grants/2568/transfers.csv',
    csv(GRANTS, `ครั้งที่ 1,${PENSION},,a500001,1000000.00,2024-12-10,,บัญชีโอน`),
  ],
  [
    'content/grants/2569/transfers.csv',
    csv(
      GRANTS,
      `ครั้งที่ 1,${PENSION},ไตรมาสที่ 1,a500001,1500000.00,2025-12-15,มท 0808.4/ว 15,บัญชีโอน`,
      `ครั้งที่ 1,${PENSION},ไตรมาสที่ 1,a500101,250000.50,2025-12-15,มท 0808.4/ว 15,บัญชีโอน`,
      `ครั้งที่ 1,${PENSION},ไตรมาสที่ 1,p50,1750000.00,2025-12-15,มท 0808.4/ว 15,บัญชีโอน`,
    ),
  ],
  [
    'content/grants/2570/transfers.csv',
    csv(GRANTS, `ครั้งที่ 1,${MILK},,a500101,90000.00,2026-10-20,มท 0808.4/ว 99,บัญชีโอน`),
  ],
  [
    'content/finance/2569/p50.csv',
    csv(
      FINANCE,
      'a500001,2025-10,revenue,taxes,2000000.00,งบทดลอง,2025-11-05',
      'a500001,2026-09,revenue,taxes,2000000.00,งบทดลอง,2026-10-05',
      'a500001,2026-09,expenditure,staff-pay,500000.00,งบทดลอง,2026-10-05',
    ),
  ],
  [
    'content/finance/2570/p50.csv',
    csv(
      FINANCE,
      'a500001,2026-10,revenue,taxes,3000000.00,งบทดลอง,2026-11-03',
      'a500001,2026-10,revenue,total,3000001.00,งบทดลอง,2026-11-03',
      'a500101,2026-10,revenue,fees,100.00,งบทดลอง,2026-10-20',
    ),
  ],
  [
    'content/finance/population.csv',
    csv('office,people,as_of,source', 'a500001,1000,2025-12-31,ทะเบียน'),
  ],
]);

/** The same figures, made up and marked so. */
export const SAMPLE_FIGURE_FILES: Files = new Map(
  [...FIGURE_FILES].map(([path, text]) =>
    /^content\/(?:grants|finance)\//.test(path)
      ? [
          path.replace(/([^/]+)$/, 'sample-$1'),
          text
            .replaceAll('บัญชีโอน', 'sample')
            .replaceAll('งบทดลอง', 'sample')
            .replaceAll('ทะเบียน', 'sample'),
        ]
      : [path, text],
  ),
);
