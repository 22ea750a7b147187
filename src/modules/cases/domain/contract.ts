// Operations on cases, with one operation for each kind of action.

import * as z from 'zod';
import { countyCode, recordId } from '../../../kernel/input.ts';
import { operation, READERS, requestId } from '../../../kernel/operation.ts';
import { ACTIONS, DETAILS, type Kind } from './actions.ts';
import { bulkActContract } from './bulk-act.ts';
import { caseDetail, caseItem, caseKey } from './schemas.ts';

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
  ...bulkActContract,

  /** Opens a case from clues of one household, or adds them to the case that is open. */
  open: operation({ name: 'cases.open', roles: ACTIONS.open.roles, writes: true })
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

  case: operation({ name: 'cases.get', roles: READERS })
    .route({ method: 'GET', path: '/cases/{countyCode}/{id}', summary: '查看监测个案' })
    .input(caseKey)
    .output(caseDetail),

  ofHousehold: operation({ name: 'cases.of-household', roles: READERS })
    .route({ method: 'GET', path: '/cases/households/{countyCode}/{householdId}', summary: '一户的监测个案' })
    .input(z.object({ countyCode, householdId: recordId }))
    .output(z.array(caseItem)),

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
