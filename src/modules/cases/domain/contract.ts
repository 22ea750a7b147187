// Operations on clues and cases, with one operation for each kind of action.

import * as z from 'zod';
import { countyCode, day, filterText, recordId, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS, requestId } from '../../../kernel/operation.ts';
import { ACTIONS, DETAILS, type Kind } from './actions.ts';
import { caseFilter } from './case-filter.ts';
import { casesBulkContract } from './cases-bulk.ts';
import { clueFigureFilter } from './figure-names.ts';
import { caseDetail, caseItem, caseKey, clueItem, worklistCounts } from './schemas.ts';
import { CHANNELS } from './words.ts';

export { DESKS, type Desk, STAGES, type Stage } from './desks.ts';

const OPENERS = ACTIONS.open.roles;

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

/** The operation of one kind of action: `cases.<kind>`, allowed to the roles of the table of actions. */
function act<Detail extends z.ZodType>(kind: Kind, detail: Detail) {
  const { title, roles, offline = false } = ACTIONS[kind];
  return operation({ name: `cases.${kind}`, roles, writes: true, offline })
    .route({ method: 'POST', path: `/cases/{countyCode}/{id}/${kind}`, summary: title })
    .input(caseKey.extend({ requestId, version: z.number().int(), detail }))
    .output(acted);
}

export const casesContract = {
  ...casesBulkContract,

  clues: operation({ name: 'cases.clues', roles: READERS })
    .route({ method: 'GET', path: '/clues', summary: '线索列表' })
    .input(clueFilter.extend(pageInput.shape))
    .output(pageOf(clueItem)),

  clueRecord: operation({ name: 'cases.clue-record', roles: READERS })
    .route({ method: 'GET', path: '/clues/{countyCode}/{id}/record', summary: '一条线索的记录' })
    .input(caseKey)
    .output(
      clueItem.extend({
        /** What stood there before it was corrected, the newest first. */
        earlier: z.array(z.object({ text: z.string(), at: z.string(), by: z.string(), reason: z.string() })),
      }),
    ),

  correctClue: operation({ name: 'cases.correct-clue', roles: ACTIONS.open.roles, writes: true })
    .route({ method: 'POST', path: '/clues/{countyCode}/{id}/correct', summary: '更正线索内容' })
    .input(
      caseKey.extend({
        requestId,
        /** What was read when it was corrected. */
        was: z.string().max(2000),
        text: z.string().trim().min(4, '请填写线索内容，至少 4 个字').max(1000).meta({ title: '线索内容' }),
        reason: z.string().trim().min(2, '请填写更正原因').max(200).meta({ title: '更正原因' }),
      }),
    )
    .output(z.object({})),

  addClue: operation({ name: 'cases.add-clue-record', roles: OPENERS, writes: true, offline: true })
    .route({ method: 'POST', path: '/clues', summary: '登记线索' })
    .input(
      z.object({
        requestId,
        channel: z.enum(CHANNELS),
        countyCode,
        householdId: recordId,
        receivedOn: day.meta({ title: '发现日期' }),
        text: z.string().trim().min(4, '请填写线索内容，至少 4 个字').max(1000).meta({ title: '线索内容' }),
      }),
    )
    .output(z.object({ id: z.number().int() })),

  dismissClue: operation({ name: 'cases.dismiss-clue', roles: OPENERS, writes: true })
    .route({ method: 'POST', path: '/clues/{countyCode}/{id}/dismiss', summary: '线索不立案' })
    .input(
      caseKey.extend({
        requestId,
        reason: z.string().trim().min(4, '请填写原因，至少 4 个字').max(300).meta({ title: '不立案的原因' }),
      }),
    )
    .output(z.object({})),

  /** Opens a case from clues of one household, or adds them to the case that is open. */
  open: operation({ name: 'cases.open', roles: OPENERS, writes: true })
    .route({ method: 'POST', path: '/cases', summary: ACTIONS.open.title })
    .input(
      z.object({
        requestId,
        countyCode,
        clueIds: z.array(recordId).min(1).max(50),
        /** Where the clue names no household yet. */
        householdId: recordId.optional(),
      }),
    )
    .output(z.object({ id: z.number().int(), opened: z.boolean() })),

  cases: operation({ name: 'cases.list', roles: READERS })
    .route({ method: 'GET', path: '/cases', summary: '监测个案列表' })
    .input(caseFilter.extend(pageInput.shape))
    .output(pageOf(caseItem)),

  case: operation({ name: 'cases.get', roles: READERS })
    .route({ method: 'GET', path: '/cases/{countyCode}/{id}', summary: '查看监测个案' })
    .input(caseKey)
    .output(caseDetail),

  ofHousehold: operation({ name: 'cases.of-household', roles: READERS })
    .route({ method: 'GET', path: '/cases/households/{countyCode}/{householdId}', summary: '一户的监测个案' })
    .input(z.object({ countyCode, householdId: recordId }))
    .output(z.array(caseItem)),

  worklist: operation({ name: 'cases.worklist', roles: READERS })
    .route({ method: 'GET', path: '/cases/worklist', summary: '监测待办数' })
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
  plan: act('plan', DETAILS.plan.omit({ responsibleAccount: true })),
  handOver: act('hand-over', DETAILS['hand-over'].omit({ responsibleAccount: true })),
  startClearing: act('start-clearing', DETAILS['start-clearing'].omit({ templateId: true })),
  lookBack: act('look-back', DETAILS['look-back']),
  reverse: act('reverse', DETAILS.reverse),
  recall: act('recall', DETAILS.recall),
};
