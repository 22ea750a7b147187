// Operations on yearly incomes: one household's sheet, what an area earned, whose income asks for a look, closing a year.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { countyCode, day, filterText, recordId, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, pageInput, pageOf, READERS, requestId } from '../../../kernel/operation.ts';
import { CAUSES, LOOKS } from './looks.ts';
import { INCOME_SETTINGS } from './settings.ts';
import { ITEM_KEYS } from './sheet-items.ts';

const int = z.number().int();
const year = z.coerce.number<number>().int().min(2000).max(2099).meta({ title: '收入年度' });
const SETTING = ['county-officer', 'region-officer'] as const;
const household = { countyCode, id: recordId };

/** As much as a family can earn and spend; a slip of the finger is more. */
const MOST_FEN = 10_000_000_00;
export const sheetLine = z.object({
  item: z.enum(ITEM_KEYS),
  quantity: z.number().min(0).max(1_000_000).multipleOf(0.01).optional().meta({ title: '数量' }),
  priceFen: int.min(0).max(MOST_FEN).optional().meta({ title: '单价' }),
  amountFen: int.min(0).max(MOST_FEN).optional().meta({ title: '金额' }),
});
const parts = { wage: int, business: int, property: int, transfer: int, cost: int };
/** A year as 家庭收支 or the registry has it. */
const yearOfIncome = z.object({ ...parts, year: int, members: int, netFen: int, perHeadFen: int });
const closing = z.object({
  closedOn: z.string(),
  by: z.string(),
  households: int,
  members: int,
  netFen: int,
  note: z.string().optional(),
});
const group = z.object({
  ...parts,
  code: int,
  name: z.string(),
  /** Lifted at the end of the year, and those of them with an income. */
  lifted: int,
  households: int,
  members: int,
  netFen: int,
  /** The same of the year before, of its own rows, or of 上年纯收入 where a household has none. */
  lastMembers: int,
  lastNetFen: int,
  fell: int,
  closing: closing.optional(),
});

export const incomesContract = {
  sheet: operation({ name: 'incomes.sheet', roles: READERS })
    .route({ method: 'GET', path: '/incomes/sheets/{countyCode}/{id}', summary: '收入测算表' })
    .input(z.object({ ...household, year: year.optional() }))
    .output(
      z.object({
        number: z.string(),
        headName: z.string(),
        villageName: z.string(),
        year: int,
        members: int,
        lines: z.array(sheetLine),
        savedBy: z.string().optional(),
        savedAt: z.string().optional(),
        collectedOn: z.string().optional(),
        /** Of the row in 家庭收支; told back when it is saved. */
        version: z.string().optional(),
        current: yearOfIncome.optional(),
        last: yearOfIncome.optional(),
        /** What other registers know of the year: wages of jobs, dibao, dividends. */
        known: z.object({ wagesFen: int, dibaoFen: int, sharesFen: int }),
        closedOn: z.string().optional(),
      }),
    ),

  living: operation({ name: 'incomes.living', roles: READERS })
    .route({ method: 'GET', path: '/incomes/living/{countyCode}/{id}', summary: '一户的生计和保障' })
    .input(z.object(household))
    .output(
      z.object({
        asOf: z.string(),
        rows: z.array(
          z.object({
            what: z.enum(['job', 'loan', 'agreement', 'dibao', 'claim', 'site']),
            number: z.string(),
            title: z.string(),
            person: z.string().optional(),
            since: z.string().optional(),
            until: z.string().optional(),
            amountFen: int.optional(),
            doubt: z.enum(['ended', 'unconfirmed', 'overdue', 'due-soon', 'unpaid', 'no-follow-up']).optional(),
          }),
        ),
      }),
    ),

  saveSheet: operation({
    name: 'incomes.save-sheet',
    roles: ['village-worker', ...OFFICERS],
    writes: true,
    offline: true,
  })
    .route({ method: 'POST', path: '/incomes/sheets/{countyCode}/{id}', summary: '保存收入测算表' })
    .input(
      z.object({
        requestId,
        ...household,
        year,
        members: int.min(1).max(50).meta({ title: '年末人口' }),
        lines: z.array(sheetLine).max(ITEM_KEYS.length * 2),
        collectedOn: day.meta({ title: '采集日期' }),
        version: z.string().max(40).optional(),
      }),
    )
    .output(z.object({ netFen: int, perHeadFen: int })),

  overview: operation({ name: 'incomes.overview', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/incomes/overview', summary: '收入分析' })
    .input(z.object({ area: regionCode.optional(), year: year.optional() }))
    .output(
      z.object({
        area: z.object({ code: int, name: z.string(), level: z.string() }),
        asOf: z.string(),
        year: int,
        years: z.array(int),
        /** With the closing of the area, where that is a county. */
        total: group,
        rows: z.array(group),
        /** Tenths of the households by income a head, the poorest first. */
        deciles: z.array(z.object({ households: int, netFen: int, members: int })),
        bins: z.array(z.object({ fromFen: int.optional(), toFen: int.optional(), households: int })),
        causes: z.array(z.object({ cause: z.enum(CAUSES), households: int, lostFen: int })),
        /** Among the provinces of the table, where it is whole and the region is looked at. */
        rank: z.object({ rank: int, of: int }).optional(),
        settings: z.array(settingShown),
      }),
    ),

  households: operation({ name: 'incomes.households', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/incomes/households', summary: '收入核对' })
    .input(
      pageInput.extend({
        area: regionCode.optional(),
        year: year.optional(),
        look: z.enum(LOOKS).default('fell').meta({ title: '核对什么' }),
        text: filterText.optional(),
      }),
    )
    .output(
      pageOf(
        z.object({
          countyCode: int,
          id: int,
          number: z.string(),
          headName: z.string(),
          villageName: z.string(),
          year: int,
          members: int,
          perHeadFen: int.optional(),
          lastPerHeadFen: int.optional(),
          cause: z.enum(CAUSES).optional(),
          /** What other registers say where the look holds incomes against them, and what was filled in. */
          knownFen: int.optional(),
          givenFen: int.optional(),
        }),
      ),
    ),

  closeYear: operation({ name: 'incomes.close-year', roles: ['county-officer', 'region-officer'], writes: true })
    .route({ method: 'POST', path: '/incomes/closings', summary: '收入采集关账' })
    .input(
      z.object({
        requestId,
        regionCode,
        year,
        /** Needed where households are missing. */
        note: z.string().trim().max(200).optional().meta({ title: '说明' }),
      }),
    )
    .output(z.object({ households: int, members: int, netFen: int })),

  reopenYear: operation({ name: 'incomes.reopen-year', roles: ['region-officer'], writes: true })
    .route({ method: 'POST', path: '/incomes/closings/reopen', summary: '收入采集重新开账' })
    .input(
      z.object({
        requestId,
        regionCode,
        year,
        reason: z.string().trim().min(5, '请写明原因，至少 5 个字').max(200).meta({ title: '原因' }),
      }),
    )
    .output(z.object({})),

  saveSetting: operation({ name: 'incomes.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/incomes/settings', summary: '设定收入核对要求' })
    .input(
      settingGiven(
        z.enum(INCOME_SETTINGS.map(({ key }) => key)).meta({ title: '要求' }),
        int.min(0).max(100_000).meta({ title: '比例' }),
      ),
    )
    .output(z.object({ id: int })),
};
