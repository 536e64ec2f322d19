import type { APIRoute } from 'astro';
import { getFeedPaths } from '#site/follow/feeds.ts';
import { respondJsonFeed } from '#site/follow/respond.ts';

export const getStaticPaths = () => getFeedPaths('json');

export const GET: APIRoute = ({ props }) => respondJsonFeed(props.feed);
