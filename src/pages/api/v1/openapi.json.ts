import type { APIRoute } from 'astro';
import { json } from '#site/open-data/context.ts';
import { getOpenApi } from '#site/open-data/index.ts';

export const GET: APIRoute = async () => json(await getOpenApi());
