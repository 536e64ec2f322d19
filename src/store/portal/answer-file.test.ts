import { expect, it } from 'vitest';
import { answerFiles, type FileModule } from './answer-file.ts';

const COMPONENT = 'src/pages/[year].json.ts';

const answer = async (
  GET: FileModule['GET'],
  props?: Record<string, unknown>,
  base = '',
): Promise<string> => {
  const modules = new Map([[COMPONENT, async () => ({ page: async () => ({ GET }) })]]);
  const bytes = await answerFiles(
    modules,
    base,
  )({
    pathname: '/2567.json',
    route: { component: COMPONENT },
    given: { params: { year: '2567' }, ...(props && { props }) },
  });
  return new TextDecoder().decode(bytes);
};

it('gives a module the params and props that the path was listed with', async () => {
  const GET: FileModule['GET'] = (context) => {
    const { params, props } = context as Record<'params' | 'props', object>;
    return Response.json({ params, props });
  };
  expect(JSON.parse(await answer(GET, { text: 'ก' }))).toEqual({
    params: { year: '2567' },
    props: { text: 'ก' },
  });
  expect(JSON.parse(await answer(GET))).toMatchObject({ props: {} });
});

it.each<[what: string, GET: FileModule['GET'], error: string]>([
  [
    'asks for what files are not given',
    (context) => new Response((context as { url: string }).url),
    `${COMPONENT} asks for "url" of its context, of which files are given params and props alone.`,
  ],
  [
    'redirects',
    () => Response.redirect('https://www.example.go.th/', 301),
    '/2567.json redirects, which a file cannot: forward it by a page.',
  ],
  [
    'answers with nothing',
    () => new Response(null),
    '/2567.json answers with nothing, of which no file can be made.',
  ],
])('tells of a module that %s', async (_, GET, error) => {
  await expect(answer(GET)).rejects.toThrow(error);
});

it('tells of a route without a module', async () => {
  const path = { pathname: '/', route: { component: COMPONENT }, given: { params: {} } };
  await expect(answerFiles(new Map(), '')(path)).rejects.toThrow(
    `Astro's bundle has no module for ${COMPONENT}`,
  );
});

it('gives addresses in JSON the path under which the portal stands', async () => {
  const GET: FileModule['GET'] = () => Response.json({ href: '/manuals/', text: '/manuals/' });
  expect(await answer(GET)).toBe('{"href":"/manuals/","text":"/manuals/"}');
  expect(await answer(GET, {}, '/sub')).toBe('{"href":"/sub/manuals/","text":"/manuals/"}');
});
