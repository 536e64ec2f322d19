import { type Engine, measure } from './phases.ts';

const [engine, folder, size] = process.argv.slice(2) as [Engine, string, string];
process.stdout.write(JSON.stringify(await measure(engine, folder, JSON.parse(size))));
