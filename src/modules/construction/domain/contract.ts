// Operations on construction beside those of its registers: what an area has, what one village has, what asks for action.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { regionCode } from '../../../kernel/input.ts';
import { operation, READERS } from '../../../kernel/operation.ts';
import { NEEDS } from './needs.ts';
import { CONSTRUCTION_SETTINGS } from './settings.ts';
import { MATTER_KEYS } from './words.ts';

const int = z.number().int();
const SETTING = ['county-officer', 'region-officer'] as const;
const need = z.enum(NEEDS);

/** Villages with one of the works: in place on the day, of those what does not run, planned this year and of those done. */
const workSums = z.object({ inPlace: int, abnormal: int, planned: int, plannedDone: int });
const sums = z.object({
  /** Administrative villages of the area: what shares are taken of, never hamlets. */
  villages: int,
  toilets: int,
  sanitary: int,
  /** Of those built new or anew: all, those of this year, and those that are known to work in winter. */
  built: int,
  builtThisYear: int,
  winterProof: int,
  /** Toilets, not faults: one that was put right twice counts once. */
  faulty: int,
  rectified: int,
  closed: int,
  works: z.record(z.enum(MATTER_KEYS), workSums),
});
export type Sums = z.output<typeof sums>;

const needLine = z.object({
  need,
  register: z.string(),
  countyCode: int,
  id: int,
  title: z.string(),
  regionCode: int,
  regionName: z.string(),
  /** What it is about, and the last day, ISO; `by` days are left. */
  on: z.string().optional(),
  dueOn: z.string().optional(),
  by: int.optional(),
});
export type NeedLine = z.output<typeof needLine>;

const workLine = z.object({
  countyCode: int,
  id: int,
  matter: z.enum(MATTER_KEYS),
  batch: int,
  planYear: int.optional(),
  plannedOn: z.string().optional(),
  builtOn: z.string().optional(),
  handledHow: z.string().optional(),
  hamletsCovered: int.optional(),
  householdsCovered: int.optional(),
  cleaners: int.optional(),
  operation: z.string().optional(),
  endedOn: z.string().optional(),
  checkedOn: z.string().optional(),
  checkedAs: z.string().optional(),
});

export const constructionContract = {
  overview: operation({ name: 'construction.overview', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/construction/overview', summary: '乡村建设进度' })
    .input(z.object({ area: regionCode.optional(), by: z.enum(['children', 'counties']).default('children') }))
    .output(
      z.object({
        area: z.object({ code: int, name: z.string(), level: z.string() }),
        asOf: z.string(),
        total: sums,
        rows: z.array(sums.extend({ code: int, name: z.string() })),
      }),
    ),

  village: operation({ name: 'construction.village', roles: READERS })
    .route({ method: 'GET', path: '/construction/villages/{code}', summary: '嘎查村建设卡' })
    .input(z.object({ code: regionCode }))
    .output(
      z.object({
        code: int,
        name: z.string(),
        place: z.string(),
        asOf: z.string(),
        households: int,
        sums,
        works: z.array(workLine),
        needs: z.array(needLine),
        separations: z.object({ planned: int, done: int }),
        projects: z.array(
          z.object({
            number: z.string(),
            name: z.string(),
            planYear: int.optional(),
            plannedFen: int.optional(),
            acceptedOn: z.string().optional(),
          }),
        ),
      }),
    ),

  needs: operation({ name: 'construction.needs', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/construction/needs', summary: '乡村建设待办' })
    .input(z.object({ area: regionCode.optional(), need: need.optional() }))
    .output(
      z.object({
        asOf: z.string(),
        counts: z.record(need, int),
        rows: z.array(needLine),
        settings: z.array(settingShown),
      }),
    ),

  saveSetting: operation({ name: 'construction.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/construction/settings', summary: '设定乡村建设期限' })
    .input(
      settingGiven(
        z.enum(CONSTRUCTION_SETTINGS.map(({ key }) => key)).meta({ title: '期限' }),
        int.min(0).max(3650).meta({ title: '数值' }),
      ),
    )
    .output(z.object({ id: int })),
};
