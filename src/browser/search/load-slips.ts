import type { LoadSlips } from '#core/search/engine.ts';
import { importAgain } from '../import-again.ts';
import { IndexFault } from './index-files.ts';

/** What reads slips, requested again over a poor line. Rejects with an {@link IndexFault} where it cannot be loaded after all. */
export const loadSlips: LoadSlips = () =>
  importAgain(() => import('#core/search/slips.ts')).catch((error) => {
    throw new IndexFault('program', 'what reads slips did not come', error);
  });
