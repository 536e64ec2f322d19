import type { APIRoute } from 'astro';
import { respondRobots } from '#site/follow/machines.ts';

export const GET: APIRoute = () => respondRobots();
