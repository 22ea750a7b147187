// Operations on the way of the money: from a budget to the household, and back.

import * as z from 'zod';
import { settingGiven } from '../../../kernel/dated/settings-contract.ts';
import { countyCode, day, filterText, reasonText, recordId, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, pageInput, pageOf, READERS, requestId } from '../../../kernel/operation.ts';
import { CONCERNS } from './concerns.ts';
import { MONEY_SETTINGS } from './settings.ts';
import {
  concernRow,
  documentLine,
  documentShown,
  FLOW_BY,
  flowInput,
  flowRow,
  foundMoney,
  gainRow,
  gainYear,
  int,
  plannedInput,
  projectMapShown,
  projectRow,
  projectShown,
  region,
  setting,
  timelineShown,
  villageAsked,
} from './shapes.ts';

/** A number of a record, as its register holds it. */
const number = z.string().trim().min(1).max(200);
const SETTING = ['county-officer', 'region-officer'] as const;

export const moneyContract = {
  flow: operation({ name: 'money.flow', roles: READERS })
    .route({ method: 'GET', path: '/money/flow', summary: '资金流向' })
    .input(flowInput.extend({ by: z.enum(FLOW_BY).optional().meta({ title: '比较的地区' }) }))
    .output(
      z.object({
        asOf: z.string(),
        year: int,
        area: region,
        /** The share asked for on that day, in ten-thousandths. */
        askedShare: int.optional(),
        total: flowRow,
        rows: z.array(flowRow),
        years: z.array(int),
      }),
    ),

  find: operation({ name: 'money.find', roles: READERS })
    .route({ method: 'GET', path: '/money/find', summary: '按金额或文号查找资金' })
    .input(z.object({ text: filterText }))
    .output(z.array(foundMoney)),

  projects: operation({ name: 'money.projects', roles: READERS })
    .route({ method: 'GET', path: '/money/projects', summary: '项目资金列表' })
    .input(
      pageInput.extend({
        ...flowInput.shape,
        text: z.string().trim().max(60).optional(),
        state: z.enum(['waiting', 'started', 'finished', 'accepted', 'unfunded']).optional(),
      }),
    )
    .output(pageOf(projectRow)),

  timeline: operation({ name: 'money.timeline', roles: READERS })
    .route({ method: 'GET', path: '/money/timeline', summary: '项目进度图' })
    .input(plannedInput.extend({ village: villageAsked.optional().meta({ title: '实施嘎查村' }) }))
    .output(timelineShown),

  projectMap: operation({ name: 'money.project-map', roles: READERS })
    .route({ method: 'GET', path: '/money/project-map', summary: '项目分布' })
    .input(plannedInput)
    .output(projectMapShown),

  documents: operation({ name: 'money.documents', roles: READERS })
    .route({ method: 'GET', path: '/money/documents', summary: '下达文件列表' })
    .input(pageInput.extend(flowInput.shape))
    .output(pageOf(documentLine)),

  project: operation({ name: 'money.project', roles: READERS })
    .route({ method: 'GET', path: '/money/projects/{number}', summary: '项目资金去向' })
    .input(z.object({ number }))
    .output(projectShown),

  document: operation({ name: 'money.document', roles: READERS })
    .route({ method: 'GET', path: '/money/documents/{number}', summary: '下达文件去向' })
    .input(z.object({ number }))
    .output(documentShown),

  ofHousehold: operation({ name: 'money.of-household', roles: READERS })
    .route({ method: 'GET', path: '/money/households/{countyCode}/{id}', summary: '本户得到的资金' })
    .input(z.object({ countyCode, id: recordId }))
    .output(z.object({ rows: z.array(gainRow), totalFen: int, years: z.array(gainYear) })),

  concerns: operation({ name: 'money.concerns', roles: READERS })
    .route({ method: 'GET', path: '/money/concerns', summary: '资金提醒' })
    .input(flowInput.extend({ concern: z.enum(CONCERNS).optional() }))
    .output(
      z.object({
        asOf: z.string(),
        year: int,
        counts: z.record(z.enum(CONCERNS), int),
        rows: z.array(concernRow),
        settings: z.array(setting),
      }),
    ),

  explain: operation({ name: 'money.explain', roles: OFFICERS, writes: true })
    .route({ method: 'POST', path: '/money/concerns/explain', summary: '说明资金提醒' })
    .input(
      z.object({
        requestId,
        concern: z.enum(CONCERNS),
        subject: z.string().trim().min(1).max(200),
        regionCode,
        year: flowInput.shape.year,
        kind: flowInput.shape.kind,
        reason: reasonText.meta({ title: '原因和措施' }),
        until: day.meta({ title: '预计解决日期' }),
      }),
    )
    .output(z.object({})),

  saveSetting: operation({ name: 'money.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/money/settings', summary: '设定资金监管要求' })
    .input(
      settingGiven(
        z.enum(MONEY_SETTINGS.map(({ key }) => key) as [string, ...string[]]).meta({ title: '要求' }),
        int.min(0).max(10_000).meta({ title: '数值' }),
      ),
    )
    .output(z.object({ id: int })),
};
