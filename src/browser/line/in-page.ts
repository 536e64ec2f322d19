/** The script that is within every page (components/policy). */
import { watchLine } from './watch-line.ts';

watchLine();
