import { OPERATOR_FILE } from '#core/operator/operator.ts';
import type { Problem } from '#core/problem.ts';
import type { Content } from './content.ts';

/** What an editor should know though it is no fault, and keeps nothing from being published. */
export type Note = Pick<Problem, 'file' | 'what' | 'mend'>;

const withoutOperator = ({ operator, problems }: Content): Note[] =>
  operator || problems.some(({ file }) => file === OPERATOR_FILE)
    ? []
    : [
        {
          file: OPERATOR_FILE,
          what: 'no operator is set, so the pages say that nobody runs this copy',
          mend: 'Whoever runs it writes this file: see docs/operator.md.',
        },
      ];

/** All notes on the content, in order of file. */
export const notesOnContent = (content: Content): Note[] => withoutOperator(content);
