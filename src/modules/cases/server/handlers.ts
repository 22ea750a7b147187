// The operations of the contract bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor, type OperationContext } from '../../../platform/server/http/context.ts';
import { type StoredPhoto, withPhotos } from '../../../platform/server/photos.ts';
import { recordView } from '../../../platform/server/views/record-view.ts';
import type { Kind } from '../domain/actions.ts';
import { casesContract } from '../domain/contract.ts';
import '../domain/problems.ts';
import { type Acted, act, filesOf, type GivenDetail } from './act.ts';
import { actOnMany } from './act-on-many.ts';
import { getCase } from './case-detail.ts';
import { listHouseholdCases } from './case-items.ts';
import type { CasesHooks } from './hooks.ts';
import { type Now, openOrJoin } from './open-case.ts';

const on = handlersFor(casesContract);

const todayOf = ({ services }: OperationContext) => dayOn(services.clock);

function nowOf({ services }: OperationContext): Now {
  return { day: dayOn(services.clock), at: services.clock().toISOString() };
}

type ActionInput<K extends Kind> = {
  requestId: string;
  countyCode: number;
  id: number;
  version: number;
  detail: GivenDetail<K>;
};

/** Kinds after which the registry has changed. */
const CHANGES_HOUSEHOLD: readonly Kind[] = ['approve', 'clear', 'recall'];

/** The handler of one kind of action. */
const acting =
  <K extends Kind>(kind: K, hooks: CasesHooks) =>
  async ({ input, context }: { input: ActionInput<K>; context: OperationContext }): Promise<Acted> => {
    const { db, actor, services } = context;
    const uploads = filesOf(input.detail);
    const { countyCode, id, version, detail } = input;
    const taking = { accountId: actor.accountId, countyCode, fileIds: uploads };
    const answer = await withPhotos(services, taking, (take) =>
      db.write(actor, input.requestId, (tx) => {
        const files = async () => {
          const photos = await take();
          return new Map(uploads.map((fileId, i): [string, StoredPhoto] => [fileId, photos[i] as StoredPhoto]));
        };
        const given = { countyCode, id, kind, version, detail };
        return act<K>(tx, services.keys, given, { now: nowOf(context), files, hooks });
      }),
    );
    if (CHANGES_HOUSEHOLD.includes(kind)) hooks.onHouseholdChanged(services, db, actor);
    return answer;
  };

export const casesHandlers = (hooks: CasesHooks) =>
  on.router({
    bulkAct: on.bulkAct.handler(async ({ input, context }) => {
      const answer = await actOnMany(context, input, { now: nowOf(context), hooks });
      if (answer.done.length > 0 && CHANGES_HOUSEHOLD.includes(input.kind))
        hooks.onHouseholdChanged(context.services, context.db, context.actor);
      return answer;
    }),
    open: on.open.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, (tx) =>
        openOrJoin(tx, context.services.keys, input, nowOf(context)),
      ),
    ),

    case: on.case.handler(({ input, context }) =>
      context.db.write(context.actor, undefined, async (tx) => {
        const result = await getCase(tx, context.services.keys, input, todayOf(context));
        const { countyCode, id, villageCode, householdId } = result;
        const of = { subjectKind: 'case', subjectId: `${countyCode}-${id}`, regionCode: villageCode, householdId };
        return { result, audit: await recordView(tx, { operation: 'cases.get', ...of }) };
      }),
    ),
    ofHousehold: on.ofHousehold.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => listHouseholdCases(tx, input, todayOf(context))),
    ),

    verify: on.verify.handler(acting('verify', hooks)),
    requestComparison: on.requestComparison.handler(acting('request-comparison', hooks)),
    replyComparison: on.replyComparison.handler(acting('reply-comparison', hooks)),
    compare: on.compare.handler(acting('compare', hooks)),
    review: on.review.handler(acting('review', hooks)),
    publish: on.publish.handler(acting('publish', hooks)),
    object: on.object.handler(acting('object', hooks)),
    settleObjection: on.settleObjection.handler(acting('settle-objection', hooks)),
    endNotice: on.endNotice.handler(acting('end-notice', hooks)),
    passTownship: on.passTownship.handler(acting('pass-township', hooks)),
    approve: on.approve.handler(acting('approve', hooks)),
    clear: on.clear.handler(acting('clear', hooks)),
    announce: on.announce.handler(acting('announce', hooks)),
    record: on.record.handler(acting('record', hooks)),
    return: on.return.handler(acting('return', hooks)),
    reject: on.reject.handler(acting('reject', hooks)),
    notifyRejection: on.notifyRejection.handler(acting('notify-rejection', hooks)),
    appeal: on.appeal.handler(acting('appeal', hooks)),
    decideAppeal: on.decideAppeal.handler(acting('decide-appeal', hooks)),
    withdraw: on.withdraw.handler(acting('withdraw', hooks)),
    moveAway: on.moveAway.handler(acting('move-away', hooks)),
    pause: on.pause.handler(acting('pause', hooks)),
    resume: on.resume.handler(acting('resume', hooks)),
    emergency: on.emergency.handler(acting('emergency', hooks)),
    plan: on.plan.handler(acting('plan', hooks)),
    handOver: on.handOver.handler(acting('hand-over', hooks)),
    startClearing: on.startClearing.handler(acting('start-clearing', hooks)),
    lookBack: on.lookBack.handler(acting('look-back', hooks)),
    reverse: on.reverse.handler(acting('reverse', hooks)),
    recall: on.recall.handler(acting('recall', hooks)),
  });
