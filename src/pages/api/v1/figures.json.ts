import type { APIRoute } from 'astro';
import { json, list } from '#site/open-data/context.ts';
import { getFigureIndex } from '#site/open-data/figures.ts';

export const GET: APIRoute = async () => json(list(await getFigureIndex()));
