// Operations on who helps whom, beside those of the registers.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { day, filterText, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { cooperationOperations } from './cooperation/contract.ts';
import { PAIR_LOOKS, UNHELPED_LEVELS } from './looks.ts';
import { PAIRING_CONCERNS } from './pairing-concerns.ts';
import { PAIRING_CODES } from './pairing-words.ts';
import { isPossibleSetting, PAIRING_SETTINGS } from './settings.ts';

const int = z.number().int();
const SETTING = ['county-officer', 'region-officer'] as const;
const number = z.string().trim().min(1).max(200);
const kind = z.enum(PAIRING_CODES).meta({ title: '结对类型' });
const year = z.coerce.number<number>().int().min(1990).max(2099).meta({ title: '年度' });
const region = z.object({ code: int, name: z.string(), level: z.string() });

/** Units, cadres and helped areas are distinct: those of the parts do not add up to those of the whole. */
const counts = z.object({
  pairs: int,
  units: int,
  cadres: int,
  helped: int,
  /** Pairs with a deed in the year, and the deeds. */
  active: int,
  deeds: int,
  visits: int,
  directFen: int,
  attractedFen: int,
  goodsFen: int,
});

const pairLine = z.object({
  number: z.string(),
  kind,
  helpedCode: int,
  helpedName: z.string(),
  countyName: z.string(),
  /** The unit; of a province's leader the post, never the name. */
  helper: z.string(),
  cadre: z.string().optional(),
  startedOn: z.string(),
  endedOn: z.string().optional(),
  documentNo: z.string().optional(),
  planned: int,
  done: int,
  deeds: int,
  visits: int,
  moneyFen: int,
  lastDeedOn: z.string().optional(),
});

const deed = z.object({
  number: z.string(),
  on: z.string(),
  field: z.string(),
  way: z.string(),
  content: z.string(),
  item: z.string().optional(),
  amountFen: int.optional(),
  nature: z.string().optional(),
  goodsFen: int.optional(),
  visitor: z.string().optional(),
  visits: int.optional(),
  confirmedOn: z.string().optional(),
  /** Photos, or a file that is named. */
  hasEvidence: z.boolean(),
});

export const reportInput = z.object({ number, year, format: z.enum(TABLE_PAPER_FORMATS).default('html') });

export const pairingContract = {
  ...cooperationOperations,

  overview: operation({ name: 'pairing.overview', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/pairing/overview', summary: '结对总览' })
    .input(z.object({ area: regionCode.optional(), asOf: day.optional().meta({ title: '截至' }) }))
    .output(
      z.object({
        area: region,
        asOf: z.string(),
        total: counts,
        kinds: z.array(counts.extend({ kind })),
        rows: z.array(counts.extend({ code: int, name: z.string(), byKind: z.partialRecord(kind, int) })),
        /** For the map; none below a league. */
        counties: z.array(z.object({ code: int, name: z.string(), helpers: int })),
        unhelped: z.object({ county: int, village: int, villages: int }),
      }),
    ),

  pairs: operation({ name: 'pairing.pairs', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/pairing/pairs', summary: '谁帮谁' })
    .input(
      pageInput.extend({
        area: regionCode.optional(),
        asOf: day.optional().meta({ title: '截至' }),
        kind: kind.optional(),
        look: z.enum(PAIR_LOOKS).default('all').meta({ title: '看什么' }),
        text: filterText.optional(),
      }),
    )
    .output(pageOf(pairLine)),

  one: operation({ name: 'pairing.one', roles: READERS })
    .route({ method: 'GET', path: '/pairing/pairs/{number}', summary: '一个结对' })
    .input(z.object({ number, year: year.optional() }))
    .output(
      pairLine.extend({
        asOf: z.string(),
        year,
        years: z.array(int),
        countyCode: int,
        id: int,
        sums: z.object({ directFen: int, attractedFen: int, goodsFen: int, visits: int, households: int, times: int }),
        plan: z.array(
          z.object({
            item: int,
            field: z.string(),
            matter: z.string(),
            target: z.number().optional(),
            unit: z.string().optional(),
            plannedFen: int.optional(),
            dueOn: z.string().optional(),
            progress: z.string(),
            confirmedOn: z.string().optional(),
            deeds: int,
            spentFen: int,
            evidence: int,
            lastOn: z.string().optional(),
          }),
        ),
        deeds: z.array(deed),
        /** Others of the helper, and those that helped the same area in the same way before or after. */
        others: z.array(
          z.object({
            number: z.string(),
            kind,
            relation: z.enum(['same-helper', 'before', 'after']),
            helper: z.string(),
            helpedName: z.string(),
            startedOn: z.string(),
            endedOn: z.string().optional(),
          }),
        ),
      }),
    ),

  unhelped: operation({ name: 'pairing.unhelped', roles: READERS })
    .route({ method: 'GET', path: '/pairing/unhelped', summary: '没有结对的旗县和嘎查村' })
    .input(
      pageInput.extend({
        area: regionCode.optional(),
        level: z.enum(UNHELPED_LEVELS).default('county').meta({ title: '层级' }),
        key: z.stringbool().optional().meta({ title: '只看重点旗县' }),
      }),
    )
    .output(
      pageOf(
        z.object({
          code: int,
          name: z.string(),
          countyName: z.string(),
          titles: z.array(z.string()),
          households: int,
          monitored: int,
          /** When the last one ended. */
          lastEndedOn: z.string().optional(),
        }),
      ),
    ),

  concerns: operation({ name: 'pairing.concerns', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/pairing/concerns', summary: '结对需要核对' })
    .input(z.object({ area: regionCode.optional(), concern: z.enum(PAIRING_CONCERNS).optional() }))
    .output(
      z.object({
        asOf: z.string(),
        counts: z.partialRecord(z.enum(PAIRING_CONCERNS), int),
        rows: z.array(
          z.object({
            concern: z.enum(PAIRING_CONCERNS),
            /** What the text of the register's list finds it by; absent where a region lacks something. */
            subject: z.string().optional(),
            register: z.enum(['pairings', 'support-records', 'organisations', 'cadres']),
            title: z.string(),
            regionCode: int,
            regionName: z.string(),
            on: z.string().optional(),
            by: int.optional(),
          }),
        ),
        settings: z.array(settingShown.extend({ value: int, unit: z.string() })),
      }),
    ),

  saveSetting: operation({ name: 'pairing.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/pairing/settings', summary: '设定结对帮扶要求' })
    .input(
      settingGiven(
        z.enum(PAIRING_SETTINGS.map(({ key }) => key)).meta({ title: '要求' }),
        int.min(0).max(10_000).meta({ title: '数值' }),
      ).refine(({ key, value }) => isPossibleSetting(key, value), {
        path: ['value'],
        message: '不是日期，请按月日填写，如 331 为 3 月 31 日',
      }),
    )
    .output(z.object({ id: int })),
};
