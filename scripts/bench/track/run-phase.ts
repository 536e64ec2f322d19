import { type Phase, type PhaseInput, runPhase } from './phases.ts';

const [phase, input, answer] = process.argv.slice(2) as [Phase, string, string];
await runPhase(phase, JSON.parse(input) as PhaseInput, answer);
