import { portalAddress } from '#core/address/portal-address.ts';

/** Absolute address of a path of the portal, for what is read elsewhere. */
export const sharedUrl = (path: string): string => portalAddress(import.meta.env.SITE, path);
