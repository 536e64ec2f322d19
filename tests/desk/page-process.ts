import { openDeskDatabase } from '#store/desk/database.ts';
import { contentWork } from '../../scripts/desk/content-work.ts';
import { pageWork } from '../../scripts/desk/pages/work.ts';
import { planPage } from '../../scripts/pages/plan.ts';

// Writes pages as a desk does, until it is killed: a new one, and a change of one that is always there. Names each that is confirmed.
const [, , place = '', root = '', run = ''] = process.argv;
const database = await openDeskDatabase(JSON.parse(place));
const parts = { root, database, report: (line: string) => process.stderr.write(`${line}\n`) };
const work = contentWork(parts);
const pages = pageWork(parts, work);
await work.recover();
await pages.recover();
const today = '2026-11-30';
for (let nth = 0; ; nth += 1) {
  const by = { actor: 'm1', now: new Date() };
  const page = `faq/${run}-${nth}`;
  const fields = { title: page, summary: 'x', topic: 'y' };
  const begun = { do: 'write', page, answers: { fields, body: '' }, publish: true } as const;
  await pages.apply(planPage(root, begun, today), by);
  process.stdout.write(`${page}\n`);
  const answers = { fields: { summary: page } };
  const changed = { do: 'write', page: 'faq/always', answers, publish: true } as const;
  await pages.apply(planPage(root, changed, today), by);
}
