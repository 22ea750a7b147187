// Operations of monitoring: clues, cases with one operation for each kind of action, templates of the process.

import * as z from 'zod';
import { day, filterText, recordId, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS, requestId } from '../../../kernel/operation.ts';
import { ACTIONS, DETAILS, type Kind } from './actions.ts';
import { caseFilter } from './case-filter.ts';
import { casesBulkContract } from './cases-bulk.ts';
import { comparisonContract } from './comparison-contract.ts';
import { declareContract } from './declare-contract.ts';
import { documentContract } from './document-contract.ts';
import { clueFigureFilter, figuresContract } from './figures-contract.ts';
import { libraryContract } from './library-contract.ts';
import { measuresContract } from './measures-contract.ts';
import { nationalContract } from './national-contract.ts';
import { processTemplate } from './process-template.ts';
import { caseDetail, caseItem, caseKey, clueItem, templateItem, worklistCounts } from './schemas.ts';
import { settingsContract } from './settings-contract.ts';
import { CHANNELS } from './words.ts';

const SETTING = ['county-officer', 'region-officer', 'administrator'] as const;
const REGISTERING = ACTIONS.register.roles;

export const clueFilter = z.object({
  area: regionCode.optional(),
  channel: z.enum(CHANNELS).optional(),
  state: z.enum(['open', 'linked', 'dismissed']).optional(),
  text: filterText.optional(),
  ...clueFigureFilter,
});
export type ClueFilter = z.output<typeof clueFilter>;

/** After an action: the version to decide the next one on. */
const acted = z.object({ version: z.number().int(), state: z.string() });

/** The operation of one kind of action: `monitoring.<kind>`, allowed to the roles of the table of actions. */
function act<Detail extends z.ZodType>(kind: Kind, detail: Detail) {
  const { title, roles, offline = false } = ACTIONS[kind];
  return operation({ name: `monitoring.${kind}`, roles, writes: true, offline })
    .route({ method: 'POST', path: `/monitoring/cases/{countyCode}/{id}/${kind}`, summary: title })
    .input(caseKey.extend({ requestId, version: z.number().int(), detail }))
    .output(acted);
}

export const monitoringContract = {
  ...figuresContract,
  ...comparisonContract,
  ...nationalContract,
  ...settingsContract,
  ...declareContract,

  ...documentContract,
  ...casesBulkContract,

  clues: operation({ name: 'monitoring.clues', roles: READERS })
    .route({ method: 'GET', path: '/monitoring/clues', summary: '线索列表' })
    .input(clueFilter.extend(pageInput.shape))
    .output(pageOf(clueItem)),

  addClue: operation({ name: 'monitoring.add-clue-record', roles: REGISTERING, writes: true, offline: true })
    .route({ method: 'POST', path: '/monitoring/clues', summary: '登记线索' })
    .input(
      z.object({
        requestId,
        channel: z.enum(CHANNELS),
        countyCode: z.number().int(),
        householdId: recordId,
        receivedOn: day.meta({ title: '发现日期' }),
        text: z.string().trim().min(4, '请填写线索内容,至少 4 个字').max(1000).meta({ title: '线索内容' }),
      }),
    )
    .output(z.object({ id: z.number().int() })),

  dismissClue: operation({ name: 'monitoring.dismiss-clue', roles: REGISTERING, writes: true })
    .route({ method: 'POST', path: '/monitoring/clues/{countyCode}/{id}/dismiss', summary: '线索不立案' })
    .input(
      caseKey.extend({
        requestId,
        reason: z.string().trim().min(4, '请填写原因,至少 4 个字').max(300).meta({ title: '不立案的原因' }),
      }),
    )
    .output(z.object({})),

  /** Opens a case from clues of one household, or adds them to the case that is open. */
  register: operation({ name: 'monitoring.register', roles: REGISTERING, writes: true })
    .route({ method: 'POST', path: '/monitoring/cases', summary: ACTIONS.register.title })
    .input(
      z.object({
        requestId,
        countyCode: z.number().int(),
        clueIds: z.array(recordId).min(1).max(50),
        /** Where the clue names no household yet. */
        householdId: recordId.optional(),
      }),
    )
    .output(z.object({ id: z.number().int(), opened: z.boolean() })),

  cases: operation({ name: 'monitoring.cases', roles: READERS })
    .route({ method: 'GET', path: '/monitoring/cases', summary: '监测个案列表' })
    .input(caseFilter.extend(pageInput.shape))
    .output(pageOf(caseItem)),

  case: operation({ name: 'monitoring.case', roles: READERS })
    .route({ method: 'GET', path: '/monitoring/cases/{countyCode}/{id}', summary: '一个监测个案' })
    .input(caseKey)
    .output(caseDetail),

  ofHousehold: operation({ name: 'monitoring.of-household', roles: READERS })
    .route({ method: 'GET', path: '/monitoring/households/{countyCode}/{householdId}', summary: '一户的监测个案' })
    .input(z.object({ countyCode: z.coerce.number<number>().int(), householdId: recordId }))
    .output(z.array(caseItem)),

  worklist: operation({ name: 'monitoring.worklist', roles: READERS })
    .route({ method: 'GET', path: '/monitoring/worklist', summary: '监测待办数' })
    .input(z.object({ area: regionCode.optional() }))
    .output(worklistCounts),

  verify: act('verify', DETAILS.verify),
  requestComparison: act('request-comparison', DETAILS['request-comparison']),
  replyComparison: act('reply-comparison', DETAILS['reply-comparison']),
  compare: act('compare', DETAILS.compare),
  review: act('review', DETAILS.review),
  publish: act('publish', DETAILS.publish),
  object: act('object', DETAILS.object),
  settleObjection: act('settle-objection', DETAILS['settle-objection']),
  endNotice: act('end-notice', DETAILS['end-notice']),
  passTownship: act('pass-township', DETAILS['pass-township']),
  approve: act('approve', DETAILS.approve.omit({ lineFen: true, before: true })),
  clear: act('clear', DETAILS.clear),
  announce: act('announce', DETAILS.announce),
  record: act('record', DETAILS.record),
  return: act('return', DETAILS.return),
  reject: act('reject', DETAILS.reject),
  notifyRejection: act('notify-rejection', DETAILS['notify-rejection']),
  appeal: act('appeal', DETAILS.appeal),
  decideAppeal: act('decide-appeal', DETAILS['decide-appeal']),
  withdraw: act('withdraw', DETAILS.withdraw),
  moveAway: act('move-away', DETAILS['move-away']),
  pause: act('pause', DETAILS.pause),
  resume: act('resume', DETAILS.resume),
  emergency: act('emergency', DETAILS.emergency),
  plan: act('plan', DETAILS.plan),
  startClearing: act('start-clearing', DETAILS['start-clearing'].omit({ templateId: true })),
  lookBack: act('look-back', DETAILS['look-back']),
  reverse: act('reverse', DETAILS.reverse),
  recall: act('recall', DETAILS.recall),

  templates: operation({ name: 'monitoring.templates', roles: READERS })
    .route({ method: 'GET', path: '/monitoring/templates', summary: '流程模板' })
    .output(z.array(templateItem)),

  saveTemplate: operation({ name: 'monitoring.save-template', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/monitoring/templates', summary: '设定流程模板' })
    .input(
      z.object({
        requestId,
        regionCode,
        name: z.string().trim().min(2).max(40).meta({ title: '模板名称' }),
        effectiveFrom: day.meta({ title: '生效日期' }),
        definition: processTemplate,
      }),
    )
    .output(z.object({ id: z.number().int() })),

  calendar: operation({ name: 'monitoring.calendar', roles: READERS })
    .route({ method: 'GET', path: '/monitoring/calendar', summary: '节假日' })
    .input(z.object({ year: z.coerce.number<number>().int().min(2000).max(2100) }))
    .output(z.array(z.object({ day: z.string(), working: z.boolean(), name: z.string() }))),

  saveCalendar: operation({
    name: 'monitoring.save-calendar',
    roles: ['region-officer', 'administrator'],
    writes: true,
  })
    .route({ method: 'POST', path: '/monitoring/calendar', summary: '设定节假日' })
    .input(
      z.object({
        requestId,
        year: z.number().int().min(2000).max(2100),
        days: z
          .array(z.object({ day, working: z.boolean(), name: z.string().trim().max(20) }))
          .max(120)
          .refine((days) => new Set(days.map((each) => each.day)).size === days.length, '同一天不能出现两次'),
      }),
    )
    .output(z.object({})),

  ...measuresContract,
  ...libraryContract,
};
