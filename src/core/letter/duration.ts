const PARTS = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;
const THAI_UNITS = ['ปี', 'เดือน', 'สัปดาห์', 'วัน', 'ชั่วโมง', 'นาที'] as const;
const ENGLISH_UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute'] as const;

const partsOf = (duration: string): { readonly count: number; readonly unit: number }[] =>
  (PARTS.exec(duration) ?? [])
    .slice(1)
    .flatMap((count, unit) => (count === undefined ? [] : [{ count: Number(count), unit }]));

/** An ISO 8601 duration in Thai, as in `1 เดือน 15 วัน`; its days are working days where `workdays`. */
export const formatThaiDuration = (duration: string, workdays: boolean): string =>
  partsOf(duration)
    .map(({ count, unit }) => {
      const name = THAI_UNITS[unit] as string;
      return `${count} ${name}${workdays && name === 'วัน' ? 'ทำการ' : ''}`;
    })
    .join(' ');

/** The same in English, as in `1 month 15 days`. */
export const formatEnglishDuration = (duration: string, workdays: boolean): string =>
  partsOf(duration)
    .map(({ count, unit }) => {
      const name = ENGLISH_UNITS[unit] as string;
      const kind = workdays && name === 'day' ? 'working ' : '';
      return `${count} ${kind}${name}${count === 1 ? '' : 's'}`;
    })
    .join(' ');
