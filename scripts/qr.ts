import { runAsProcess } from './lib/command.ts';
import { qr } from './qr/command.ts';

await runAsProcess(qr);
