import { afterAll, beforeAll, describe } from 'vitest';
import { freePort } from '../desk/running-desk.ts';
import { copyBuiltProject } from './copy-project.ts';
import { join, makeEditor } from './desk-checks.ts';
import { onPage } from './portal.ts';
import { itPublishesLetters } from './publish-letters.ts';
import { itPublishesPages } from './publish-pages.ts';
import { runBuild } from './run-build.ts';
import { type DeskHere, startDeskIn } from './running-desk.ts';

// One desk for both: to set one up, with a portal of its own, takes some 20 s.
let desk: DeskHere;
beforeAll(async () => {
  const root = await copyBuiltProject();
  const PORT = await freePort();
  await runBuild(root, { WIAN_SITE_URL: `http://127.0.0.1:${PORT}` });
  desk = await startDeskIn(root, { PORT });
  await onPage(`${desk.origin}/members/`, {}, (page) => join(page, desk));
  await makeEditor(desk);
}, 240_000);
afterAll(() => desk?.close(), 60_000);

describe('an editor writes pages', () => itPublishesPages(() => desk));
describe('an editor takes in a letter', () => itPublishesLetters(() => desk));
