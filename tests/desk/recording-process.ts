import { openDeskDatabase } from '#store/desk/database.ts';
import { contentWork } from '../../scripts/desk/content-work.ts';
import { FULL, ledgerOf, SILENT } from '../../scripts/track/testing/made-up-files.ts';

// Records movements of two ledgers until it is killed, and says which were confirmed.
const [place = '', root = '', run = ''] = process.argv.slice(2);
const database = await openDeskDatabase(JSON.parse(place));
const report = (line: string) => process.stderr.write(`${line}\n`);
const work = contentWork({ root, database, report });
await work.recover();
const write = async (circular: string): Promise<void> => {
  for (let at = 0; ; at += 1) {
    const number = `${run}-${at}`;
    const movement = { kind: 'received', office: 'd8802', date: '2025-03-11', number } as const;
    const row = { ...movement, to: [], doubt: {}, source: 'register:d8802' };
    const change = {
      action: 'record',
      circular,
      file: ledgerOf(circular),
      office: 'd8802',
      undoes: null,
      plan: () => [row],
    };
    await work.apply(change, { actor: 'm1', now: new Date() });
    process.stdout.write(`${circular} ${number}\n`);
  }
};
await Promise.all([write(FULL), write(SILENT)]);
