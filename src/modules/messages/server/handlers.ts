// The operations of the contract bound to queries and commands.

import { randomUUID } from 'node:crypto';
import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { messagesContract } from '../domain/contract.ts';
import '../domain/problems.ts';
import { openDoor, readDoor, saveDoor } from './door.ts';
import { countUnread, listMessages, markRead, readModes, saveModes } from './messages.ts';
import {
  answerReminder,
  lateByArea,
  listReminders,
  listRemindersOfCase,
  remindArea,
  remindCases,
} from './reminders.ts';
import { send } from './send.ts';

const on = handlersFor(messagesContract);

const DOOR = { subjectKind: 'message-door', subjectId: 1 };

export const messagesHandlers = on.router({
  unread: on.unread.handler(async ({ context: { db, actor } }) => ({ count: await db.read(actor, countUnread) })),
  list: on.list.handler(({ input, context: { db, actor } }) => db.read(actor, (tx) => listMessages(tx, input))),
  // What somebody has read is nobody's business: no entry in the trail.
  markRead: on.markRead.handler(({ input: { requestId, ids }, context: { db, actor } }) =>
    db.write(actor, requestId, async (tx) => ({ result: { count: await markRead(tx, ids) }, audit: [] })),
  ),
  settings: on.settings.handler(({ context: { db, actor } }) => db.read(actor, readModes)),
  saveSettings: on.saveSettings.handler(({ input: { requestId, modes }, context: { db, actor } }) =>
    db.write(actor, requestId, async (tx) => {
      await saveModes(tx, modes);
      const own = { subjectKind: 'account', subjectId: actor.accountId };
      return { result: {}, audit: { operation: 'messages.save-settings', ...own, after: modes } };
    }),
  ),

  reminders: on.reminders.handler(({ input: { area, ...asked }, context: { db, actor } }) =>
    db.read(actor, async (tx) => listReminders(tx, await rangeAsked(tx, area), asked)),
  ),
  remindersOfCase: on.remindersOfCase.handler(({ input, context: { db, actor } }) =>
    db.read(actor, (tx) => listRemindersOfCase(tx, input)),
  ),
  lateByArea: on.lateByArea.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => lateByArea(tx, input.area, dayOn(services.clock))),
  ),
  remind: on.remind.handler(({ input: { requestId, cases, kind, note }, context: { db, actor } }) =>
    db.write(actor, requestId, (tx) => remindCases(tx, { kind, note }, cases)),
  ),
  remindArea: on.remindArea.handler(({ input: { requestId, area, kind, note }, context: { db, actor, services } }) =>
    db.write(actor, requestId, async (tx) =>
      remindArea(tx, { kind, note }, await rangeAsked(tx, area), dayOn(services.clock)),
    ),
  ),
  answer: on.answer.handler(({ input: { requestId, ...answer }, context: { db, actor } }) =>
    db.write(actor, requestId, (tx) => answerReminder(tx, answer)),
  ),

  door: on.door.handler(({ context: { db, actor } }) => db.read(actor, readDoor)),
  saveDoor: on.saveDoor.handler(({ input: { requestId, ...door }, context: { db, actor, services } }) =>
    db.write(actor, requestId, async (tx) => {
      await saveDoor(tx, services.keys, door);
      const { url, kinds, enabled } = door;
      return { result: {}, audit: { operation: 'messages.save-door', ...DOOR, after: { url, kinds, enabled } } };
    }),
  ),
  testDoor: on.testDoor.handler(async ({ input: { requestId }, context: { db, actor, services } }) => {
    const door = await db.read(actor, (tx) => openDoor(tx, services.keys));
    const problem = await send(door, {
      id: randomUUID(),
      to: actor.accountId,
      kind: 'finished',
      count: 1,
      path: '/messages',
    });
    return db.write(actor, requestId, async () => ({
      result: problem === undefined ? { ok: true } : { ok: false, problem },
      audit: { operation: 'messages.test-door', ...DOOR, after: { problem: problem ?? '' } },
    }));
  }),
});
