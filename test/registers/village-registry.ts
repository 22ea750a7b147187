// Households of two villages that the tests of construction and governance begin from: loaded once for both.

import type { TestServer } from '../harness.ts';
import { idNumber, NEXT_VILLAGE, openSmallRegistry, type SmallHousehold, VILLAGE } from '../small-registry.ts';

const NAMES = ['其其格', '巴图', '乌云', '斯琴', '那顺', '宝音'];

/** 户0001 to 户0006, the last two in the next village; the fourth has a second member. */
const HOUSEHOLDS: SmallHousehold[] = NAMES.map((name, i) => ({
  ...{ number: `户000${i + 1}`, village: i < 4 ? VILLAGE : NEXT_VILLAGE },
  members: [
    { name, id: idNumber(19_700_501 + i * 10_000, 2 * i + 2) },
    ...(i === 3 ? [{ name: '阿古拉', id: idNumber(19_950_501, 31), relation: '之子' }] : []),
  ],
}));

export function openVillages(): Promise<TestServer> {
  return openSmallRegistry(HOUSEHOLDS, 'villages');
}
