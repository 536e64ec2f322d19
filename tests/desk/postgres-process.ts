import { sharedPostgres } from './shared-postgres.ts';

// For shared-postgres.test.ts: says where the server of this process listens; then stays, or ends.
const [, , stays] = process.argv;
const postgres = await sharedPostgres();
if ('why' in postgres) console.log(JSON.stringify(postgres));
else console.log(JSON.stringify({ pid: postgres.pid, url: await postgres.newDatabase() }));
if (stays === 'stays') setInterval(() => {}, 1000);
