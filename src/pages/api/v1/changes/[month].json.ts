import type { APIRoute } from 'astro';
import { getChangesByMonth } from '#site/open-data/changes.ts';
import { json, list } from '#site/open-data/context.ts';

export const getStaticPaths = async () =>
  (await getChangesByMonth()).map(({ month, items }) => ({ params: { month }, props: { items } }));

export const GET: APIRoute = ({ props }) => json(list(props.items));
