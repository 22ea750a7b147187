// An office with one village on the pasture and a neighbour's household, for journeys that need no more: loaded in seconds.

import { createAccounts } from '../../src/modules/accounts/server/index.ts';
import { DEMO_PASSWORD } from '../../src/modules/demo/server/index.ts';
import {
  idNumber,
  importHouseholds,
  NEXT_VILLAGE,
  type SmallHousehold,
  TOWNSHIP,
  VILLAGE,
} from '../../test/small-registry.ts';
import { type Office, openOffice } from '../harness.ts';

export const WORKER = 'pasture-worker';
const NEIGHBOUR = 'pasture-neighbour';
const OFFICER = 'pasture-township';

const NAMES = [
  ...['其其格', '巴图', '乌云', '斯琴', '那顺', '宝音', '苏和', '萨仁', '阿古拉', '高娃'],
  ...['朝鲁', '格根', '娜仁', '毕力格', '托娅', '吉日嘎拉'],
];

const HOUSEHOLDS: SmallHousehold[] = NAMES.map((name, i) => ({
  ...{ number: `牧${String(i + 1).padStart(3, '0')}`, village: i < NAMES.length - 1 ? VILLAGE : NEXT_VILLAGE },
  members: [{ name, id: idNumber(19_650_501 + i * 10_000, 2 * i + 2) }],
}));

export function openVillageOffice(): Promise<Office> {
  return openOffice({
    name: 'pasture',
    make: async (shouwang) => {
      await importHouseholds(shouwang, HOUSEHOLDS);
      const worker = { role: 'village-worker' } as const;
      await createAccounts(
        shouwang.db,
        [
          { ...worker, username: WORKER, name: '巴特尔', areaCode: VILLAGE },
          { ...worker, username: NEIGHBOUR, name: '苏和', areaCode: NEXT_VILLAGE },
          { username: OFFICER, name: '李秀兰', role: 'township-officer', areaCode: TOWNSHIP },
        ],
        DEMO_PASSWORD,
        false,
      );
    },
  });
}
