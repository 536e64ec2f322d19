import { parseArgs } from 'node:util';
import { formatProblem } from '#core/problem.ts';
import { checkProject } from '../lib/check-project.ts';
import { type Command, EXIT } from '../lib/command.ts';

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** `npm run check` */
export const check: Command = {
  help: `
npm run check [-- --json]

Reads all content and tells every problem at once: file, line, field, what is wrong, how to mend it.
Drafts are checked too. Nothing is written but what makes the next check quick (.cache/). A build runs the same
check first. What an editor should know and is no problem is told as a note.

  --json   prints {problems: [{file, line, column, field, what, why, mend}], notes: [{file, what, mend}], records, files}

Exit code: 0 without a problem, 1 with any.
`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const result = await checkProject(io.cwd, io.today);
    const { problems, notes, records, files } = result;
    const seen = `${count(records, 'record')}, ${count(files, 'file')} checked`;
    if (values.json) {
      io.out(JSON.stringify(result, null, 2));
      return problems.length === 0 ? EXIT.ok : EXIT.failed;
    }
    for (const { file, what, mend } of notes) io.out(`note: ${file}: ${what}\n  mend: ${mend}`);
    if (problems.length === 0) io.out(`${seen}: no problems`);
    else {
      for (const problem of problems) io.err(formatProblem(problem));
      io.err(`${seen}: ${count(problems.length, 'problem')}`);
    }
    return problems.length === 0 ? EXIT.ok : EXIT.failed;
  },
};
