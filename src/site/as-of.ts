import { WIAN_AS_OF } from 'astro:env/server';
import type { IsoDate } from '#core/letter/date.ts';

/** The day by which past, present and future are distinguished, shown on pages as "ข้อมูล ณ". */
export const asOf: IsoDate = WIAN_AS_OF;
