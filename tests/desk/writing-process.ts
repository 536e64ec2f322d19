import { addAnswer } from '#store/desk/board-writing.ts';
import { openDeskDatabase } from '#store/desk/database.ts';

// Answers a thread until it is killed, by ten writers at once, and says which answers were confirmed to them.
const [place = '', run = ''] = process.argv.slice(2);
const { db } = await openDeskDatabase(JSON.parse(place));
const write = async (writer: number): Promise<void> => {
  for (let at = 0; ; at += 1) {
    const once = `${run} ${writer} ${at}`;
    const post = { body: once, office: '', state: 'shown', once } as const;
    await addAnswer(db, 1, post, { actor: 'a', now: new Date() });
    process.stdout.write(`${once}\n`);
  }
};
await Promise.all(Array.from({ length: 10 }, (_, writer) => write(writer)));
