import type { APIRoute } from 'astro';
import { keepTexts } from '#site/offline/page.ts';

export const GET: APIRoute = () => Response.json(keepTexts());
