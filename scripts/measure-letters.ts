import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { QUALITIES, scoreMadeLetters } from './letters/made.ts';
import { scoreRealLetters } from './letters/real.ts';
import { type Score, scoreTable } from './letters/score.ts';
import { type Command, EXIT, runAsProcess, UsageError } from './lib/command.ts';

const command: Command = {
  help: `
npm run measure:letters [-- --letters N] [-- --real FOLDER]

Measures how well letters are read, field by field: right, doubtful (marked for checking), wrong without doubt,
missed. Reads made-up letters of three qualities of scan, N of each (60), and the real letters of FOLDER
(../shared/letters) against its facts.yaml where that is there. Exit code 1 if anything was wrong without doubt.

A digit that a scan turns into another digit, in a letter that shows no other damage and of which there is no copy,
cannot be told by any reader; poor scans change digits here, fair ones do not.
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        letters: { type: 'string', default: '60' },
        real: { type: 'string', default: '../shared/letters' },
      },
    });
    const letters = Number(values.letters);
    if (!Number.isInteger(letters) || letters < 1)
      throw new UsageError('--letters is a number from 1.');
    const tell = (title: string, score: Score): number => {
      io.out(`\n${title}`);
      for (const line of scoreTable(score)) io.out(`  ${line}`);
      for (const line of score.wrong) io.out(`  WRONG ${line}`);
      return score.wrong.length;
    };
    let wrong = 0;
    const real = await scoreRealLetters(join(io.cwd, values.real));
    if (real) wrong += tell(`real letters of ${values.real}`, real);
    else io.err(`SKIPPED: no real letters, ${values.real}/facts.yaml is not there`);
    for (const [name, rates] of Object.entries(QUALITIES)) {
      const { score, personal, redacted } = scoreMadeLetters(letters, rates);
      const told = Object.entries(rates).filter(([, rate]) => rate > 0);
      const faults = told.map(([fault, rate]) => `${fault} ${rate}`).join(', ') || 'no faults';
      wrong += tell(`${letters} made-up letters, ${name} scan (${faults})`, score);
      io.out(`  personal data taken out: ${redacted} of ${personal}`);
    }
    return wrong === 0 ? EXIT.ok : EXIT.failed;
  },
};

await runAsProcess(command);
