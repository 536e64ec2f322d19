// Plain JavaScript for any Node, as it has to be read by one that is too old: `node --import` loads it first.
import { readFileSync } from 'node:fs';

/** From this version on Node runs TypeScript as it is written. */
const LEAST = [22, 18];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  const manifest = new URL('../../package.json', import.meta.url);
  const brought = Object.keys(JSON.parse(readFileSync(manifest, 'utf8')).optionalDependencies);
  process.stderr.write(
    `${[
      `Wian needs Node ${LEAST.join('.')} or later; this is Node ${process.versions.node}.`,
      `  why: npm ci brings Node along (${brought.join(', ')}), but it is not there: optional packages were left out,`,
      `       or there is none for ${process.platform}-${process.arch}.`,
      '  fix: Run npm ci without --omit=optional and --no-optional, or install Node 24 from https://nodejs.org',
    ].join('\n')}\n`,
  );
  process.exit(1);
}
