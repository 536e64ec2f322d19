import type { APIRoute } from 'astro';
import { respondManifest } from '#site/offline/manifest.ts';

export const GET: APIRoute = () => respondManifest();
