import type { RouteRules } from '#core/office/route.ts';

/** A chain of three steps: provinces, districts and PAOs, SAOs. */
export const MADE_UP_RULES: RouteRules = {
  key: 'made-up',
  name: 'made up',
  issuers: ['dla'],
  outside: [],
  steps: [
    { from: 'issuer', to: [{ branch: 'provinces', types: ['province'] }] },
    {
      from: 'province',
      to: [
        { branch: 'districts', types: ['district'] },
        { branch: 'paos', types: ['pao'] },
      ],
    },
    { from: 'district', to: [{ branch: 'saos', types: ['sao'] }] },
  ],
  source: 'test',
};
