// Operations on what ties households to industry: contracts and whether they were kept, whoever they are with, and who has none.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { filterText, keysOf, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS } from '../../../kernel/operation.ts';
import { ORGANISATION_KINDS } from '../../organisations/domain/organisation-register.ts';
import { LINKAGE_WAYS } from '../../projects/domain/project-words.ts';
import { WORDS_KEPT } from './fulfilment.ts';
import { LINKAGE_NEEDS } from './needs.ts';
import { LINKAGE_SETTINGS } from './settings.ts';
import { UNLINKED_CAUSES } from './unlinked.ts';

const int = z.number().int();
const area = regionCode.optional();
const text = filterText.optional();
const need = z.enum(LINKAGE_NEEDS);
const SETTING = ['county-officer', 'region-officer'] as const;

/** What contracts promised and paid in one year; fen. Paid beyond what was promised does not count. */
const sums = {
  contracts: int,
  /** Distinct households that are tied, and those of them that were paid. */
  households: int,
  paidHouseholds: int,
  unpaid: int,
  partly: int,
  promisedFen: int,
  paidFen: int,
};

const contractLine = z.object({
  countyCode: int,
  id: int,
  number: z.string(),
  entity: z.string(),
  entityCode: z.string().optional(),
  way: z.enum(keysOf(LINKAGE_WAYS)),
  regionName: z.string(),
  /** Absent: the contract is with the village. */
  householdNumber: z.string().optional(),
  householdId: int.optional(),
  year: int.optional(),
  promisedFen: int.optional(),
  paidFen: int,
  word: z.enum(WORDS_KEPT),
  through: z.string().optional(),
  check: z.object({ found: z.string(), on: z.string(), remedyBy: z.string().optional() }).optional(),
});

export const linkageContract = {
  contracts: operation({ name: 'linkage.contracts', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/linkage/contracts', summary: '利益联结兑现' })
    .input(
      z.object({ area, year: z.coerce.number<number>().int().min(2000).max(2100).optional(), need: need.optional() }),
    )
    .output(
      z.object({
        asOf: z.string(),
        year: int,
        /** Those that may be asked for, the newest first. */
        years: z.array(int),
        total: z.object(sums),
        counts: z.record(need, int),
        /** At most 200 of one kind, 10 of each of all. */
        rows: z.array(contractLine.extend({ need })),
        settings: z.array(settingShown),
      }),
    ),

  entities: operation({ name: 'linkage.entities', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/linkage/entities', summary: '经营主体带动情况' })
    .input(
      pageInput.extend({
        area,
        text,
        look: z.enum(['unpaid', 'idle', 'titled']).optional().meta({ title: '看什么' }),
      }),
    )
    .output(
      pageOf(
        z.object({
          ...sums,
          code: z.string(),
          name: z.string(),
          kind: z.enum(keysOf(ORGANISATION_KINDS)).optional(),
          /** Titles in force, and whether one of them is supported on the day. */
          titles: z.array(z.string()),
          supported: z.boolean(),
        }),
      ).extend({ year: int }),
    ),

  entity: operation({ name: 'linkage.entity', roles: READERS })
    .route({ method: 'GET', path: '/linkage/entities/{code}', summary: '一个经营主体' })
    .input(z.object({ code: z.string().trim().min(1).max(200) }))
    .output(
      z.object({
        asOf: z.string(),
        code: z.string(),
        name: z.string(),
        kind: z.enum(keysOf(ORGANISATION_KINDS)).optional(),
        regionName: z.string(),
        closedOn: z.string().optional(),
        titles: z.array(
          z.object({
            title: z.string(),
            level: z.string(),
            since: z.string(),
            until: z.string().optional(),
            monitoredOn: z.string().optional(),
            support: z.enum(['now', 'before', 'none']),
            supportFrom: z.string().optional(),
            supportThrough: z.string().optional(),
          }),
        ),
        projects: z.array(
          z.object({
            number: z.string(),
            name: z.string(),
            /** What ties it: a contract names it, it carried it out, it runs what came of it. */
            by: z.enum(['contract', 'implementer', 'operator']),
            planYear: int.optional(),
            allocatedFen: int,
            paidFen: int,
          }),
        ),
        years: z.array(z.object({ ...sums, year: int, isOver: z.boolean() })),
        /** On the day. */
        carries: z.object({
          households: int,
          villages: int,
          workers: int,
          workshops: int,
          products: int,
          salesFen: int,
        }),
        /** Loans of households tied to it whose money went into a firm as a share (registers §7, trap 2). */
        invested: z.object({ loans: int, fen: int }),
        rows: z.array(contractLine),
      }),
    ),

  unlinked: operation({ name: 'linkage.unlinked', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/linkage/unlinked', summary: '有劳动力而没有产业联结的户' })
    .input(
      pageInput.extend({
        area,
        text,
        cause: z.enum(keysOf(UNLINKED_CAUSES)).optional().meta({ title: '原因' }),
        who: z.enum(['focus', 'all']).default('focus').meta({ title: '范围' }),
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
          members: int,
          able: int,
          away: int,
          perHeadFen: int.optional(),
          monitored: z.boolean(),
          cause: z.enum(keysOf(UNLINKED_CAUSES)),
          /** The newest proposal that is not signed. */
          proposal: z
            .object({ countyCode: int, id: int, on: z.string(), visitBy: z.string(), visitedOn: z.string().optional() })
            .optional(),
        }),
      ),
    ),

  saveSetting: operation({ name: 'linkage.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/linkage/settings', summary: '设定联农带农要求' })
    .input(
      settingGiven(
        z.enum(LINKAGE_SETTINGS.map(({ key }) => key)).meta({ title: '要求' }),
        int.min(0).max(3650).meta({ title: '天数' }),
      ),
    )
    .output(z.object({ id: int })),
};
