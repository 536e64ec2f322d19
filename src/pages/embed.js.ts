import type { APIRoute } from 'astro';
import { respondEmbedScript } from '#site/embed/script.ts';

export const GET: APIRoute = () => respondEmbedScript();
