// Operations on assets beside those of their registers: ledgers, what asks for action, one asset.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { filterText, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, pageInput, pageOf, READERS } from '../../../kernel/operation.ts';
import { ASSET_KINDS } from './ledger.ts';
import { NEEDS } from './needs.ts';
import { ASSET_SETTINGS } from './settings.ts';

const int = z.number().int();
const SETTING = ['county-officer', 'region-officer'] as const;
const year = z.coerce.number<number>().int().min(1900).max(2099);
/** A number of a record, as its register holds it. */
const number = z.string().trim().min(1).max(200);

const kind = z.enum(ASSET_KINDS).meta({ title: '资产类别' });
export const STANDINGS = ['in-use', 'idle', 'disposed'] as const;
export const GROUPINGS = ['region', 'department'] as const;

export const ledgerInput = z.object({
  area: regionCode.optional(),
  by: z.enum(GROUPINGS).default('region'),
  kind: kind.optional(),
  /** Of income and sharing; without it the newest with income. */
  year: year.optional().meta({ title: '收益年度' }),
});

const sums = z.object({
  things: int,
  originalFen: int,
  publicFen: int,
  cooperationFen: int,
  otherFen: int,
  inUse: int,
  inUseFen: int,
  idle: int,
  idleFen: int,
  disposed: int,
  disposedFen: int,
  ownable: int,
  owned: int,
  operating: int,
  operatingFen: int,
  operatingIdleFen: int,
  dueFen: int,
  receivedFen: int,
  distributedFen: int,
});

const assetLine = z.object({
  countyCode: int,
  id: int,
  number: z.string(),
  name: z.string(),
  kind,
  regionCode: int,
  regionName: z.string(),
  department: z.string().optional(),
  formedIn: int,
  originalFen: int,
  condition: z.string().optional(),
  standing: z.enum(STANDINGS),
  owner: z.string().optional(),
  upkeepUnit: z.string().optional(),
});

export const listInput = z.object({
  area: regionCode.optional(),
  /** Only what lies at the region itself, in none below it. */
  own: z.stringbool().optional(),
  kind: kind.optional(),
  department: z.string().max(200).optional(),
  standing: z.enum(STANDINGS).optional(),
  text: filterText.optional(),
});

const need = z.enum(NEEDS);
const needLine = z.object({
  need,
  subject: z.string(),
  of: z.enum(['asset', 'project']),
  title: z.string(),
  regionCode: int,
  regionName: z.string(),
  on: z.string().optional(),
  /** Days: left until the day, or since it. */
  by: int.optional(),
  amountFen: int,
});

const setting = settingShown.extend({ value: int });

const share = z.object({
  holder: z.string(),
  share: z.number(),
  since: z.string(),
  certificateNo: z.string().optional(),
});

const contractLine = z.object({
  number: z.string(),
  operator: z.string(),
  way: z.string(),
  startedOn: z.string(),
  through: z.string(),
  dissolvedOn: z.string().optional(),
  agreedFen: int,
  dueTime: z.string().optional(),
});

const yearLine = z.object({ year: int, dueFen: int, receivedFen: int, distributedFen: int });

export const FORMS = [
  'county-ledger',
  'department-ledger',
  'village-ledger',
  'inventory',
  'distribution',
  'idle',
  'treatment',
  'disposal',
] as const;
export type AssetForm = (typeof FORMS)[number];

export const assetsContract = {
  ledger: operation({ name: 'assets.ledger', roles: READERS })
    .route({ method: 'GET', path: '/assets/ledger', summary: '资产台账' })
    .input(ledgerInput)
    .output(
      z.object({
        asOf: z.string(),
        year: int,
        years: z.array(int),
        area: z.object({ code: int, name: z.string(), level: z.string() }),
        total: sums,
        kinds: z.array(sums.extend({ kind })),
        rows: z.array(sums.extend({ group: z.string(), name: z.string(), isOwn: z.boolean() })),
      }),
    ),

  list: operation({ name: 'assets.list', roles: READERS })
    .route({ method: 'GET', path: '/assets/list', summary: '资产明细' })
    .input(pageInput.extend(listInput.shape))
    .output(pageOf(assetLine)),

  needs: operation({ name: 'assets.needs', roles: READERS })
    .route({ method: 'GET', path: '/assets/needs', summary: '资产待办' })
    .input(z.object({ area: regionCode.optional(), need: need.optional() }))
    .output(
      z.object({
        asOf: z.string(),
        counts: z.record(need, int),
        rows: z.array(needLine),
        settings: z.array(setting),
      }),
    ),

  one: operation({ name: 'assets.one', roles: READERS })
    .route({ method: 'GET', path: '/assets/one/{number}', summary: '一项资产' })
    .input(z.object({ number }))
    .output(
      assetLine.extend({
        asOf: z.string(),
        form: z.string().optional(),
        subkind: z.string().optional(),
        quantity: z.number().optional(),
        unit: z.string().optional(),
        registeredOn: z.string(),
        cancelledOn: z.string().optional(),
        inUseFrom: z.string().optional(),
        usefulYears: int.optional(),
        /** Reckoned, never kept: straight line; absent where the years are not known. */
        netFen: int.optional(),
        publicFen: int.optional(),
        cooperationFen: int.optional(),
        otherFen: int.optional(),
        treatment: z.string().optional(),
        upkeepSource: z.string().optional(),
        yearlyUpkeepFen: int.optional(),
        remark: z.string().optional(),
        disposedHow: z.string().optional(),
        disposedOn: z.string().optional(),
        disposalDocumentNo: z.string().optional(),
        disposalIncomeFen: int.optional(),
        project: z
          .object({
            number: z.string(),
            name: z.string(),
            settledFen: int.optional(),
            acceptedOn: z.string().optional(),
            assets: int,
            assetsFen: int,
            documents: z.array(z.object({ number: z.string(), documentNo: z.string(), amountFen: int })),
          })
          .optional(),
        rights: z.array(share.extend({ right: z.string(), until: z.string().optional() })),
        contracts: z.array(contractLine),
        years: z.array(yearLine),
        shared: z.array(
          z.object({
            year: int,
            purpose: z.string(),
            to: z.string(),
            schemeOn: z.string(),
            paidOn: z.string().optional(),
            amountFen: int,
          }),
        ),
        deeds: z.array(z.object({ move: z.string(), on: z.string(), by: z.string(), opinion: z.string().optional() })),
        doubts: z.array(z.string()),
      }),
    ),

  saveSetting: operation({ name: 'assets.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/assets/settings', summary: '设定资产管理期限' })
    .input(
      settingGiven(
        z.enum(ASSET_SETTINGS.map(({ key }) => key)).meta({ title: '期限' }),
        int.min(0).max(3650).meta({ title: '天数' }),
      ),
    )
    .output(z.object({ id: int })),
};

/** A form as a workbook: of what is listed, and of which year's income. */
export const formInput = listInput.extend({ form: z.enum(FORMS), year: ledgerInput.shape.year });
export const FORM_ROLES = OFFICERS;
