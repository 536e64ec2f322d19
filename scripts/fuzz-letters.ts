import { parseArgs } from 'node:util';
import { faultsOf } from './letters/hardness.ts';
import { anyDocument } from './letters/mutate.ts';
import { type Command, EXIT, runAsProcess, UsageError } from './lib/command.ts';

const command: Command = {
  help: `
npm run fuzz:letters [-- --letters N] [-- --from SEED]

Reads N (200,000) letters that were damaged at random, one for each seed from SEED (1) on, and checks that none
crashes the reader, takes over a second, or makes a draft that the schemas or MDX refuse. Meant for the night.
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        letters: { type: 'string', default: '200000' },
        from: { type: 'string', default: '1' },
      },
    });
    const [letters, from] = [Number(values.letters), Number(values.from)];
    if (!Number.isInteger(letters) || letters < 1 || !Number.isInteger(from) || from < 1) {
      throw new UsageError('--letters and --from are whole numbers from 1.');
    }
    let bad = 0;
    for (let seed = from; seed < from + letters; seed++) {
      const faults = await faultsOf(anyDocument(seed), seed % 100 === 0).catch((error: Error) => [
        error.stack ?? error.message,
      ]);
      if (faults.length > 0) bad++;
      for (const fault of faults) io.err(`seed ${seed}: ${fault}`);
      if ((seed - from + 1) % 10_000 === 0) io.out(`${seed - from + 1} letters, ${bad} bad`);
    }
    io.out(`${letters} letters, ${bad} bad`);
    return bad === 0 ? EXIT.ok : EXIT.failed;
  },
};

await runAsProcess(command);
