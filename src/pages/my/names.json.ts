import type { APIRoute } from 'astro';
import { getMyNames } from '#site/my/page.ts';

export const GET: APIRoute = async () => Response.json(await getMyNames());
