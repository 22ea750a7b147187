// Terms on the way of the money and of what it builds, for who has to act: to give it on (leagues), to allocate it, begin, accept, settle
// and register (counties). Days are settings by region.

import { addDays, formatDate, parseDate, yearOf } from '../../../kernel/plain-date.ts';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import type { DeadlineConcern } from '../domain/concerns.ts';
import type { SettingKey } from '../domain/settings.ts';
import type { MoneyAsked } from './issued.ts';
import { heldMoney, unallocatedMoney, type Waiting } from './read-concerns.ts';
import { ALLOWED, readWaited } from './read-deadlines.ts';
import { moneySettings } from './settings.ts';

type Find = (tx: Tx, asked: MoneyAsked) => Promise<Waiting[]>;

/** Money of the year of the day that waits, with the last day by which it should be gone. */
function waiting(find: Find, key: SettingKey): Due['rows'] {
  return async (tx, on) => {
    const today = parseDate(on);
    const of = await moneySettings.inForce(tx, on);
    const rows = await find(tx, { range: WHOLE_REGION, year: yearOf(today), kind: 'transition', asOf: on });
    return rows.map(({ regionCode, days }) => ({
      placeCode: regionCode,
      dueOn: formatDate(addDays(today, of(regionCode)(key) - days)),
    }));
  };
}

/** What counties have to do by `registers §5`, in the words of a reminder. */
const PROJECT_DUES: readonly (readonly [DeadlineConcern, what: string, unit: string])[] = [
  ['not-started', '项目开工', '个'],
  ['not-accepted', '项目验收', '个'],
  ['not-settled', '项目决（结）算', '个'],
  ['asset-missing', '项目资产登记', '个'],
  ['library-idle', '项目库年度更新', '个旗县'],
];

function projectDue([concern, what, unit]: (typeof PROJECT_DUES)[number]): Due {
  const find: Find = (tx, asked) => readWaited(tx, asked, concern);
  return {
    ...{ key: `projects.${concern}`, what, unit, holder: 'county', path: `/money/concerns?concern=${concern}` },
    rows: waiting(find, ALLOWED[concern]),
  };
}

export const moneyDues: readonly Due[] = [
  {
    ...{ key: 'money.pass-on', what: '资金下达到旗县', unit: '笔', holder: 'league' },
    path: '/money/concerns?concern=not-passed-on',
    rows: waiting(heldMoney, 'days.not-passed-on'),
  },
  {
    ...{ key: 'money.allocate', what: '资金分配到项目', unit: '笔', holder: 'county' },
    path: '/money/concerns?concern=unallocated',
    rows: waiting(unallocatedMoney, 'days.unallocated'),
  },
  ...PROJECT_DUES.map(projectDue),
];
