import { type Command, runAsProcess, UsageError } from './lib/command.ts';
import { TRACK_COMMANDS } from './track/commands.ts';

const names = Object.keys(TRACK_COMMANDS);

const track: Command = {
  help: `
npm run -s track -- COMMAND ...

  status CIRCULAR    where one circular is
  report             all circulars: coverage, medians, from where it has not gone on
  overdue            what has passed a deadline that a letter states
  trace NUMBER       from any number of the chain to the original and every sibling
  drift CIRCULAR     what covering letters changed
  record CIRCULAR    add one movement
  import FILE        take over a register of letters received or sent
  scan FOLDER        propose movements from scans of stamped copies
  slips CIRCULAR     print slips by which offices acknowledge without a password
  export [CIRCULAR]  movements as CSV or JSON
  verify             check every ledger

Each takes --json, --as-of YYYY-MM-DD and --help, which gives examples.
`,
  run: async () => 0,
};

const [name = '', ...rest] = process.argv.slice(2);
const chosen = TRACK_COMMANDS[name];

await runAsProcess(
  chosen
    ? { help: chosen.help, run: (_, io) => chosen.run(rest, io) }
    : {
        help: track.help,
        run: async () => {
          throw new UsageError(
            `${name ? `"${name}" is not a command.` : 'Which command?'} There are: ${names.join(', ')}.`,
          );
        },
      },
);
