import { FIGURE_COMMANDS } from './figures/commands.ts';
import { type Command, runAsProcess, UsageError } from './lib/command.ts';

const names = Object.keys(FIGURE_COMMANDS);

const figures: Command = {
  help: `
npm run -s figures -- COMMAND ...

  import   take over grants or finance from a CSV or a workbook
  export   write Parquet for an engine that an office runs
  lagging  which authorities of a province have not reported revenue and expenditure
  sample   write made-up figures for every authority of the registry

Each takes --help, which gives its options and examples.
`,
  run: async () => 0,
};

const [name = '', ...rest] = process.argv.slice(2);
const chosen = FIGURE_COMMANDS[name];

await runAsProcess(
  chosen
    ? { help: chosen.help, run: (_, io) => chosen.run(rest, io) }
    : {
        help: figures.help,
        run: async () => {
          throw new UsageError(
            `${name ? `"${name}" is not a command.` : 'Which command?'} There are: ${names.join(', ')}.`,
          );
        },
      },
);
