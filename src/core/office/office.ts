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
