import type { APIRoute } from 'astro';
import { getOfficeNamePaths } from '#site/short-link/office-names.ts';

export const getStaticPaths = getOfficeNamePaths;

export const GET: APIRoute = ({ props }) => Response.json(props.names);
