import type { APIRoute } from 'astro';
import { keptPath } from '#site/kept-path.ts';
import { getChangesByMonth } from '#site/open-data/changes.ts';
import { json, list } from '#site/open-data/context.ts';

export const getStaticPaths = async () =>
  Promise.all(
    (await getChangesByMonth()).map(({ month, items }) => keptPath({ month }, () => list(items))),
  );

export const GET: APIRoute = async ({ props }) => json(await props.make());
