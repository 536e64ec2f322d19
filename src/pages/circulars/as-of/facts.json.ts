import type { APIRoute } from 'astro';
import { getForceFile } from '#site/in-force.ts';

export const GET: APIRoute = async () => Response.json(await getForceFile());
