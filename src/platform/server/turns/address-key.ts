// By what an address is counted. A household's line has 2^64 addresses of IPv6 and may take another for every call: such a
// caller is its first 64 bits. An IPv4 address written as IPv6 is the same caller as without.

import { isIPv6 } from 'node:net';

const GROUPS = 8;
const COUNTED = 4;

/** The text by which calls of this address are counted. */
export function addressKey(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const bare = ip.toLowerCase().split('%')[0] ?? '';
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare) ?? [];
  if (mapped) return mapped;
  const [head = '', tail] = bare.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, GROUPS - before.length - after.length) }, () => '0');
  const groups = [...before, ...zeros, ...after]
    .slice(0, COUNTED)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}
