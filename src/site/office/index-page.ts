import { existsOn } from '#core/office/office.ts';
import { asOf } from '../as-of.ts';
import { messages } from '../i18n.ts';
import { getOutsideChain, officeName } from '../offices.ts';
import { getRegistry } from '../tracking/tracked.ts';
import { viewBelow } from './neighbours.ts';

/** The list of all provinces. */
export const getOfficeIndex = async () => {
  const t = messages.office.index;
  const registry = await getRegistry();
  const outside = await getOutsideChain();
  const provinces = registry.offices.filter(
    (office) => office.type === 'province' && existsOn(office, asOf),
  );
  return {
    head: {
      title: t.title,
      lead: t.lead,
      crumbs: [{ href: '/', label: messages.site.home }],
    },
    provinces: await viewBelow(provinces.filter(({ id }) => !outside.has(id))),
    outside: [...outside].map((id) => t.outside(officeName(registry.byId, id))),
  };
};

export type OfficeIndex = Awaited<ReturnType<typeof getOfficeIndex>>;
