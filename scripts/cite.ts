import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { formatThaiDate } from '#core/letter/date.ts';
import { type CitationText, readCitation } from '#core/letter/reading/citation-text.ts';
import { findSecrecyMark } from '#core/letter/secrecy.ts';
import { type Command, EXIT, runAsProcess } from './lib/command.ts';

const forPeople = (citation: CitationText): string => {
  const { prefix, unit, running, circular } = citation;
  const code = [prefix, unit].filter(Boolean).join(' ');
  const last = running === null ? null : `${circular ? 'ว ' : ''}${running}`;
  const number = [code || null, last].filter((part) => part !== null).join('/');
  const rows = [
    ['issuer', citation.issuer],
    ['urgency', citation.urgency],
    ['number', number || null],
    ['date', citation.date && `${citation.date} (${formatThaiDate(citation.date)})`],
    ['subject', citation.subject],
    ...citation.doubts.map(({ field, reason }) => ['doubt', `${field}: ${reason}`]),
  ];
  return rows.map(([name, value]) => `  ${String(name).padEnd(8)} ${value ?? '-'}`).join('\n');
};

/** Characters of a line that may be a citation; the longest subjects of letters have some hundreds. */
const LONGEST = 10_000;

/** In place of a citation of a letter that is marked as secret. */
const SECRET = {
  issuer: null,
  urgency: null,
  prefix: null,
  unit: null,
  circular: null,
  running: null,
  date: null,
  subject: null,
  doubts: [{ field: 'secrecy', reason: 'secret' }],
};

const TOO_LONG = { ...SECRET, doubts: [{ field: 'line', reason: 'too long' }] };

const command: Command = {
  help: `
npm run -s cite [-- --json] < lines.txt

Reads one line of text at a time and tells which letter it cites: issuer, urgency, number, date, subject.
Nothing is guessed: what a line does not say is left out. Of a line that is marked as secret nothing is printed, nor of
one that has more than 10,000 characters.

  --json    one JSON object a line: issuer, urgency, prefix, unit, circular, running, date, subject;
            null where absent. Dates are ISO, digits Arabic. doubts lists what is not certain: field and reason.
`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const lines = createInterface({
      input: Readable.from(io.stdin),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    for await (const line of lines) {
      if (line.length > LONGEST) {
        io.out(values.json ? JSON.stringify(TOO_LONG) : '(too long for a citation: not read)');
        continue;
      }
      if (findSecrecyMark(line) !== null) {
        io.out(
          values.json ? JSON.stringify(SECRET) : '(marked as secret: nothing of it is printed)',
        );
        continue;
      }
      const citation = readCitation(line);
      io.out(values.json ? JSON.stringify(citation) : `${line}\n${forPeople(citation)}`);
    }
    return EXIT.ok;
  },
};

await runAsProcess(command);
