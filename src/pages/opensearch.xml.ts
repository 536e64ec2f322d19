import type { APIRoute } from 'astro';
import { respondOpenSearch } from '#site/follow/machines.ts';

export const GET: APIRoute = () => respondOpenSearch();
