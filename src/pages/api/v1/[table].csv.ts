import type { APIRoute } from 'astro';
import { getTablePaths, respondTable, type Table } from '#site/open-data/index.ts';

export const getStaticPaths = getTablePaths;

export const GET: APIRoute = ({ params }) => respondTable(params.table as Table);
