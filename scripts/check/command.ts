import { parseArgs } from 'node:util';
import { type CheckResult, checkProject } from '../lib/check-project.ts';
import { type Command, type CommandIo, EXIT } from '../lib/command.ts';
import { languageOf, type ProblemLanguage } from '../lib/language.ts';
import { refusalOf } from '../lib/refusal.ts';

/** The result of the check; null where content cannot be read at all, which is printed in `language`. */
const checkOrRefuse = async (
  { cwd, today, err }: CommandIo,
  language: ProblemLanguage,
): Promise<CheckResult | null> => {
  try {
    return await checkProject(cwd, today);
  } catch (error) {
    const refusal = refusalOf(error, cwd);
    if (!refusal) throw error;
    for (const problem of refusal) err(language.print(problem));
    return null;
  }
};

/** `npm run check` */
export const check: Command = {
  help: `
npm run check [-- --json]

Reads all content and tells every problem at once: file, line, field, what is wrong, how to fix it.
Drafts are checked too. Nothing is written but what makes the next check quick (.cache/). A build runs the same
check first. What an editor should know and is no problem is printed as a note.

  --json   prints {problems: [{file, line, column, field, what, why, fix}], notes: [{file, what, fix}], records, files}

WIAN_LANG=th makes it speak Thai.

Exit code: 0 without a problem, 1 with any.
`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const language = languageOf(io.env);
    const found = await checkOrRefuse(io, language);
    if (found === null) return EXIT.failed;
    const { problems, notes } = found;
    if (values.json) {
      const translated = {
        problems: problems.map(language.problem),
        notes: notes.map(language.note),
      };
      io.out(JSON.stringify({ ...found, ...translated }, null, 2));
      return problems.length === 0 ? EXIT.ok : EXIT.failed;
    }
    for (const note of notes) io.out(language.printNote(note));
    for (const problem of problems) io.err(language.print(problem));
    const print = problems.length === 0 ? io.out : io.err;
    print(language.summary(found.records, found.files, problems.length));
    return problems.length === 0 ? EXIT.ok : EXIT.failed;
  },
};
