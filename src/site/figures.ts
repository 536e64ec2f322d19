import { readFigures } from 'wian:figures';
import type { Figures } from '#core/figures/figures.ts';
import { buildRegistry, type Registry } from '#core/office/registry.ts';
import { memoizePerBuild } from './content.ts';
import { getOffices } from './offices.ts';

/** The registry, arranged for looking up; without the totals of coverage. */
export const getRegistry = (): Promise<Registry> =>
  memoizePerBuild('registry', async () => buildRegistry((await getOffices()).values()));

/** All grants and finance; read once a build. */
export const getFigures = (): Promise<Figures> =>
  memoizePerBuild('figures', async () => readFigures(await getRegistry()));
