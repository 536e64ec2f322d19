import type { APIRoute } from 'astro';
import { getTrackingFilePaths } from '#site/circular/paths.ts';
import { packOffices } from '#site/tracking/province-offices.ts';

export const getStaticPaths = getTrackingFilePaths;

export const GET: APIRoute = async ({ props }) => Response.json(await packOffices(props.entry));
