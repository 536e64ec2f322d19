import { runAsProcess } from './lib/command.ts';
import { registryCommand } from './registry/command.ts';

await runAsProcess(registryCommand);
