import type { APIRoute } from 'astro';
import { officesByProvince } from '#site/tracking/province-offices.ts';
import { getRegistry } from '#site/tracking/tracked.ts';

export const getStaticPaths = async () =>
  officesByProvince(await getRegistry()).map(({ province, ...offices }) => ({
    params: { province },
    props: { offices },
    cacheKey: JSON.stringify(offices),
  }));

export const GET: APIRoute = ({ props }) => Response.json(props.offices);
