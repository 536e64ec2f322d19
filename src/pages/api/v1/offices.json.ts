import type { APIRoute } from 'astro';
import { json, list } from '#site/open-data/context.ts';
import { getOpenOffices } from '#site/open-data/index.ts';

export const GET: APIRoute = async () => json(list(await getOpenOffices()));
