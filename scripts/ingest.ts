import { parseArgs } from 'node:util';
import { readingToJson } from '#core/letter/joining/to-json.ts';
import { formatProblem } from '#core/problem.ts';
import { findInputs } from './ingest/inputs.ts';
import { readInputs } from './ingest/read.ts';
import { reportReading } from './ingest/report.ts';
import { type Command, EXIT, runAsProcess, UsageError } from './lib/command.ts';

const command: Command = {
  help: `
npm run ingest -- <file or folder>... [--dry-run] [--json]

Reads letters (text, Markdown, PDF with a text layer, DOCX; a file may hold a whole chain of them).

  --json      print the reading as one JSON object and write nothing
`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
    });
    if (positionals.length === 0) throw new UsageError('Which letters? Name files or folders.');
    const inputs = await findInputs(io.cwd, positionals);
    if (inputs.length === 0)
      throw new UsageError(`No document was found in ${positionals.join(', ')}.`);
    const reading = await readInputs(inputs, values.json ? () => undefined : io.out);
    for (const problem of reading.refused) io.err(formatProblem(problem));
    if (values.json)
      io.out(JSON.stringify(readingToJson(reading.joined, reading.redactions), null, 2));
    else for (const line of reportReading(reading)) io.out(line);
    return reading.refused.length > 0 ? EXIT.failed : EXIT.ok;
  },
};

await runAsProcess(command);
