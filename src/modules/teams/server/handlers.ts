// The operations of the contract bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor, type OperationContext } from '../../../platform/server/http/context.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import { teamsContract } from '../domain/contract.ts';
import { castSlip, readBallot } from './ballots.ts';
import { explainPunch, readPositions, recordPunch } from './punch.ts';
import { proposeGrades, readAssessment } from './read-assessment.ts';
import { readBoard } from './read-board.ts';
import { confirmMonth, readSheet } from './read-sheet.ts';
import { readMember, readTeam } from './read-team.ts';
import { teamSettings } from './settings.ts';

const on = handlersFor(teamsContract);
const todayOf = ({ services }: OperationContext) => dayOn(services.clock);

/** `given`: what rows of registers are judged by, of the composition. */
export const teamsHandlers = (given: Omit<RecordTools, 'keys'>) =>
  on.router({
    board: on.board.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => readBoard(tx, input, todayOf(context))),
    ),
    team: on.team.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => readTeam(tx, input, todayOf(context))),
    ),
    member: on.member.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => readMember(tx, input, todayOf(context))),
    ),
    sheet: on.sheet.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => readSheet(tx, input, todayOf(context))),
    ),
    confirmMonth: on.confirmMonth.handler(({ input: { requestId, ...asked }, context }) =>
      context.db.write(context.actor, requestId, (tx) => confirmMonth(tx, asked, todayOf(context))),
    ),
    punch: on.punch.handler(({ input: { requestId, ...punch }, context: { db, actor, services } }) =>
      db.write(actor, requestId, (tx) => recordPunch(tx, { keys: services.keys, now: services.clock() }, punch)),
    ),
    explainPunch: on.explainPunch.handler(({ input: { requestId, ...told }, context: { db, actor } }) =>
      db.write(actor, requestId, (tx) => explainPunch(tx, told)),
    ),
    positions: on.positions.handler(({ input: { requestId, ...asked }, context: { db, actor, services } }) =>
      db.write(actor, requestId, (tx) => readPositions(tx, services.keys, asked)),
    ),
    saveSetting: on.saveSetting.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, (tx) => teamSettings.save(tx, input, todayOf(context))),
    ),
    assessment: on.assessment.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => readAssessment(tx, input, todayOf(context))),
    ),
    proposeGrades: on.proposeGrades.handler(({ input: { requestId, ...asked }, context }) => {
      const tools: RecordTools = { ...given, keys: context.services.keys };
      return context.db.write(context.actor, requestId, (tx) => proposeGrades(tx, tools, asked, todayOf(context)));
    }),
    ballot: on.ballot.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => readBallot(tx, input.number, todayOf(context))),
    ),
    castSlip: on.castSlip.handler(({ input: { requestId, ...slip }, context }) =>
      context.db.write(context.actor, requestId, (tx) => castSlip(tx, context.services.keys, slip, todayOf(context))),
    ),
  });
