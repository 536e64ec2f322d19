import { isIPv6 } from 'node:net';

/** The eight groups of an IPv6 address, with the zeros that `::` leaves out. */
const groupsOf = (address: string): string[] => {
  const [head = '', tail] = (address.split('%')[0] as string).split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
};

/**
 * What tries are counted by for an address: of IPv6 the first 64 bits, as one reader has all addresses that begin with
 * them; of IPv4 all of it, also where it is written as IPv6.
 */
export const networkOf = (address: string): string => {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  return groupsOf(address)
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};
