// Operations on points beside those of their registers: what an area does, the households of a village, the counter.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { countyCode, day, recordId, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, READERS, requestId } from '../../../kernel/operation.ts';
import { GOVERNANCE_SETTINGS } from './settings.ts';

const int = z.number().int();
const SETTING = ['county-officer', 'region-officer'] as const;
const VILLAGE = ['village-worker', ...OFFICERS] as const;
const household = { countyCode, id: recordId };
const year = z.coerce.number<number>().int().min(2000).max(2099);
const number = z.string().trim().min(1).max(200);

const sums = z.object({
  villages: int,
  /** Villages with a scheme in force; of them, those with entries in the last three months: what coverage counts. */
  withScheme: int,
  covered: int,
  households: int,
  /** Households with an entry in the last three months. */
  active: int,
  earned: int,
  spent: int,
});
export type PointSums = z.output<typeof sums>;

const line = z.object({
  ...household,
  number: z.string(),
  headName: z.string(),
  earned: int,
  spent: int,
  balance: int,
  stars: z.string().optional(),
  /** By what was earned in the year; absent where the village hides it. */
  place: int.optional(),
});

const account = z.object({
  ...household,
  number: z.string(),
  headName: z.string(),
  villageCode: int,
  villageName: z.string(),
  asOf: z.string(),
  balance: int,
  available: int,
  objectionDays: int,
  /** The scheme in force; without one nothing is recorded and nothing given out. */
  scheme: z.object({ edition: int, inForceOn: z.string(), yearlyCap: int.optional() }).optional(),
  rules: z.array(
    z.object({
      ruleNumber: z.string(),
      pointKind: z.string(),
      behaviour: z.string(),
      points: int,
      frequencyLimit: z.string().optional(),
      evidenceRequired: z.string().optional(),
      isUsedUp: z.boolean(),
    }),
  ),
  goods: z.array(
    z.object({ goodsNumber: z.string(), name: z.string(), measure: z.string().optional(), price: int, stock: int }),
  ),
  entries: z.array(
    z.object({
      ...household,
      number: z.string(),
      kind: z.enum(['earned', 'deduction', 'spent']),
      what: z.string(),
      on: z.string(),
      points: int,
      isChecked: z.boolean(),
    }),
  ),
  /** Households it was split from or into, or that were merged into it; points go over by agreement. */
  related: z.array(
    z.object({
      ...household,
      number: z.string(),
      headName: z.string(),
      kind: z.enum(['split', 'merge']),
      on: z.string(),
      balance: int,
      isEnded: z.boolean(),
    }),
  ),
  /** As given: stars by the village, credit by banks, neither reckoned here. */
  stars: z.object({ stars: z.string(), year: int }).optional(),
  credit: z.array(z.object({ rater: z.string(), stars: z.string(), validUntil: z.string() })),
});

export const governanceContract = {
  overview: operation({ name: 'governance.overview', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/governance/overview', summary: '积分推行情况' })
    .input(z.object({ area: regionCode.optional() }))
    .output(
      z.object({
        area: z.object({ code: int, name: z.string(), level: z.string() }),
        asOf: z.string(),
        total: sums,
        rows: z.array(sums.extend({ code: int, name: z.string() })),
        settings: z.array(settingShown),
      }),
    ),

  village: operation({ name: 'governance.village', roles: READERS })
    .route({ method: 'GET', path: '/governance/villages/{code}', summary: '嘎查村积分榜' })
    .input(z.object({ code: regionCode, year: year.optional() }))
    .output(
      z.object({
        ...{ code: int, name: z.string(), asOf: z.string(), year: int },
        isRankingHidden: z.boolean(),
        scheme: z.object({ edition: int, state: z.string(), passedOn: z.string().optional() }).optional(),
        /** What would lapse today of a period that is over. */
        reset: z.object({ until: z.string(), households: int, points: int }).optional(),
        rows: z.array(line),
      }),
    ),

  account: operation({ name: 'governance.account', roles: READERS })
    .route({ method: 'GET', path: '/governance/accounts/{countyCode}/{id}', summary: '一户的积分' })
    .input(z.object(household))
    .output(account),

  record: operation({ name: 'governance.record', roles: VILLAGE, writes: true })
    .route({ method: 'POST', path: '/governance/accounts/{countyCode}/{id}/entries', summary: '记分' })
    .input(
      z.object({
        requestId,
        ...household,
        ruleNumber: number,
        happenedOn: day.meta({ title: '发生日期' }),
        recorder: z.string().trim().min(1).max(40).optional().meta({ title: '记录人' }),
        evidence: z.string().trim().max(500).optional().meta({ title: '佐证' }),
      }),
    )
    .output(z.object({ number: z.string(), balance: int, available: int })),

  spend: operation({ name: 'governance.spend', roles: VILLAGE, writes: true })
    .route({ method: 'POST', path: '/governance/accounts/{countyCode}/{id}/spend', summary: '兑换积分' })
    .input(
      z.object({
        requestId,
        ...household,
        goodsNumber: number,
        quantity: int.min(1).max(1000).meta({ title: '数量' }),
        receivedBy: z.string().trim().min(1).max(40).optional().meta({ title: '签收人' }),
      }),
    )
    .output(z.object({ number: z.string(), balance: int, available: int })),

  carry: operation({ name: 'governance.carry', roles: VILLAGE, writes: true })
    .route({ method: 'POST', path: '/governance/accounts/{countyCode}/{id}/carry', summary: '分户合户划转积分' })
    .input(
      z.object({
        requestId,
        ...household,
        /** The household the points come from, of the same county. */
        fromId: recordId,
        points: int.min(1).max(1_000_000).meta({ title: '划转分值' }),
        agreement: z.string().trim().min(2).max(200).meta({ title: '协议' }),
      }),
    )
    .output(z.object({ balance: int })),

  copyTemplate: operation({ name: 'governance.copy-template', roles: VILLAGE, writes: true })
    .route({ method: 'POST', path: '/governance/villages/{code}/copy-template', summary: '按旗县模板拟定积分细则' })
    .input(z.object({ requestId, code: regionCode, effectiveOn: day.meta({ title: '生效日期' }) }))
    .output(z.object({ copied: int })),

  /** What is left of the period that is over lapses, by the scheme's rule. */
  reset: operation({ name: 'governance.reset', roles: VILLAGE, writes: true })
    .route({ method: 'POST', path: '/governance/villages/{code}/reset', summary: '积分期末清零' })
    .input(z.object({ requestId, code: regionCode }))
    .output(z.object({ households: int, points: int })),

  saveSetting: operation({ name: 'governance.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/governance/settings', summary: '设定积分期限和清零规则' })
    .input(
      settingGiven(
        z.enum(GOVERNANCE_SETTINGS.map(({ key }) => key)).meta({ title: '期限' }),
        int.min(0).max(3650).meta({ title: '数值' }),
      ),
    )
    .output(z.object({ id: int })),
};
