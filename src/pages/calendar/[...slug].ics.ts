import type { APIRoute } from 'astro';
import { getCalendarPaths, respondCalendar } from '#site/follow/calendars.ts';

export const getStaticPaths = getCalendarPaths;

export const GET: APIRoute = ({ props }) => respondCalendar(props.file);
