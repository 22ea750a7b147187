// The operations of the contract bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { withPhotos } from '../../../platform/server/photos.ts';
import { sweepsContract } from '../domain/contract.ts';
import { assign, listPeople } from './assign.ts';
import { confirmTownship, redoVillage } from './confirm.ts';
import { drawSample } from './draw-sample.ts';
import { readBoard } from './read-board.ts';
import { readDays } from './read-days.ts';
import { roundsOfHousehold } from './read-household.ts';
import { listItems, readItem } from './read-items.ts';
import { readRounds } from './read-rounds.ts';
import { listRechecks, recheckForm, recordRecheck } from './rechecks.ts';
import { recordVisit } from './record-visit.ts';
import { saveSurvey, sweepSettings } from './settings.ts';

const on = handlersFor(sweepsContract);

export const sweepsHandlers = on.router({
  rounds: on.rounds.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readRounds(tx, input, dayOn(services.clock))),
  ),
  board: on.board.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readBoard(tx, input, dayOn(services.clock))),
  ),
  days: on.days.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readDays(tx, input, dayOn(services.clock))),
  ),
  items: on.items.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => listItems(tx, input, dayOn(services.clock))),
  ),
  item: on.item.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readItem(tx, services.keys, input, dayOn(services.clock))),
  ),
  ofHousehold: on.ofHousehold.handler(({ input, context: { db, actor } }) =>
    db.read(actor, (tx) => roundsOfHousehold(tx, input)),
  ),
  people: on.people.handler(({ input, context: { db, actor } }) => db.read(actor, (tx) => listPeople(tx, input))),
  assign: on.assign.handler(({ input: { requestId, ...given }, context: { db, actor } }) =>
    db.write(actor, requestId, (tx) => assign(tx, given)),
  ),
  visit: on.visit.handler(({ input: { requestId, ...visit }, context: { db, actor, services } }) => {
    const { household, photos } = visit;
    const taking = { accountId: actor.accountId, countyCode: household.countyCode, fileIds: photos };
    const { keys, clock } = services;
    return withPhotos(services, taking, (take) =>
      db.write(actor, requestId, (tx) => recordVisit(tx, { keys, take, now: clock(), today: dayOn(clock) }, visit)),
    );
  }),
  rechecks: on.rechecks.handler(({ input, context: { db, actor } }) => db.read(actor, (tx) => listRechecks(tx, input))),
  recheckForm: on.recheckForm.handler(({ input, context: { db, actor } }) =>
    db.read(actor, (tx) => recheckForm(tx, input)),
  ),
  recheck: on.recheck.handler(({ input: { requestId, ...recheck }, context: { db, actor, services } }) =>
    db.write(actor, requestId, (tx) => recordRecheck(tx, services.keys, recheck, dayOn(services.clock))),
  ),
  confirm: on.confirm.handler(({ input: { requestId, ...given }, context: { db, actor, services } }) =>
    db.write(actor, requestId, (tx) => confirmTownship(tx, given, dayOn(services.clock))),
  ),
  draw: on.draw.handler(({ input: { requestId, ...given }, context: { db, actor, services } }) =>
    db.write(actor, requestId, (tx) => drawSample(tx, given, dayOn(services.clock))),
  ),
  redo: on.redo.handler(({ input: { requestId, ...given }, context: { db, actor, services } }) =>
    db.write(actor, requestId, (tx) => redoVillage(tx, given, dayOn(services.clock))),
  ),
  saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, input.requestId, (tx) => sweepSettings.save(tx, input, dayOn(services.clock))),
  ),
  saveSurvey: on.saveSurvey.handler(({ input: { requestId, ...given }, context: { db, actor, services } }) =>
    db.write(actor, requestId, (tx) => saveSurvey(tx, given, dayOn(services.clock))),
  ),
});
