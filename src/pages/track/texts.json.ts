import type { APIRoute } from 'astro';
import { officeTexts } from '#site/tracking/province-offices.ts';

export const GET: APIRoute = () => Response.json(officeTexts());
