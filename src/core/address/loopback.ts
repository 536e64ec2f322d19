const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|(?:[^.]+\.)*localhost)$/;

/** Whether an address with its scheme leads to the machine on which it is opened, and to no other. */
export const isLoopback = (address: string): boolean =>
  LOOPBACK.test(new URL(address).hostname.replaceAll(/[[\]]/g, ''));
