import { openDeskDatabase } from '#store/desk/database.ts';
import { contentWork } from '../../scripts/desk/content-work.ts';
import { FULL, ledgerOf, SILENT } from '../../scripts/track/testing/made-up-files.ts';

// Records movements of two ledgers until it is killed, one as a member and one as by a slip, and says which were confirmed.
const [place = '', root = '', run = ''] = process.argv.slice(2);
const database = await openDeskDatabase(JSON.parse(place));
const report = (line: string) => process.stderr.write(`${line}\n`);
const work = contentWork({ root, database, report });
await work.recover();
const write = async (circular: string, actor: string): Promise<void> => {
  const isSlip = actor.startsWith('slip:');
  for (let at = 0; ; at += 1) {
    const number = `${run}-${at}`;
    const kind = isSlip ? ('acknowledged' as const) : ('received' as const);
    const movement = { kind, office: 'd8802', date: '2025-03-11', number };
    const row = { ...movement, to: [], doubt: {}, source: isSlip ? 'slip' : 'register:d8802' };
    const change = {
      action: isSlip ? 'acknowledge' : 'record',
      circular,
      file: ledgerOf(circular),
      office: 'd8802',
      undoes: null,
      plan: () => [row],
    };
    await work.apply(change, { actor, now: new Date() });
    process.stdout.write(`${circular} ${number}\n`);
  }
};
await Promise.all([write(FULL, 'm1'), write(SILENT, 'slip:1')]);
