import type { APIRoute } from 'astro';
import { drawSharedMap } from '#site/tracking/province-map.ts';

export const GET: APIRoute = async () =>
  new Response(await drawSharedMap(), { headers: { 'content-type': 'image/svg+xml' } });
