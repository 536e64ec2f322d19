import type { LetterLevel } from '#core/letter/letter.ts';

/** A node of the hierarchy through which circulars travel. */
export interface Office {
  /** `dla`, `moi`, `p50`, `d5009`, `a110050`. */
  readonly id: string;
  readonly level: LetterLevel;
  /** Full Thai name, as letters write it: `อำเภอฝาง จังหวัดเชียงใหม่`. */
  readonly name: string;
  /** Id of the office above. */
  readonly parent?: string | undefined;
}

/** How far from the top of the chain an office of a level stands: ministry and department are both the top. */
export const LEVEL_DEPTH: Readonly<Record<LetterLevel, number>> = {
  ministry: 0,
  department: 0,
  province: 1,
  district: 2,
  authority: 3,
  unit: 4,
};
