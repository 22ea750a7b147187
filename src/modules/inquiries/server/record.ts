// Takes a department's answers into the cases: one reply for each household whose persons are all answered. Each is an action of its
// own case, as every deed for many, so that one household that is refused holds no other back and all can be taken back.

import { departmentName } from '../../../kernel/departments.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { actOnMany, type CasesHooks, caseName, loadCases } from '../../cases/server/index.ts';
import { householdReply, type Reply } from '../domain/reply.ts';
import { MOST_PERSONS } from './answer.ts';
import { getInquiry, listPersons, type PersonRow, replyOf } from './queries.ts';

/** As many as one deed takes at once (cases-bulk). */
const MOST_CASES = 300;

export type Recordable = {
  countyCode: number;
  id: number;
  version: number;
  headName: string;
  villageName: string;
  hits: string[];
  note: string;
};

type Household = { first: PersonRow; answers: { name: string; reply: Reply }[]; isComplete: boolean };

function householdsOf(keys: Keys, persons: readonly PersonRow[]): Household[] {
  const grouped = Map.groupBy(persons, ({ countyCode, caseId: id }) => caseName({ countyCode, id }));
  return [...grouped.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const answers = own.flatMap((person) => {
      const reply = replyOf(keys, person);
      return reply ? [{ name: person.name, reply }] : [];
    });
    return [{ first, answers, isComplete: answers.length === own.length }];
  });
}

/** Throws `inquiries.not-found`. */
export async function listRecordable(tx: Tx, keys: Keys, id: number): Promise<Recordable[]> {
  const { department } = await getInquiry(tx, id);
  const persons = await listPersons(tx, id, { after: 0, limit: MOST_PERSONS });
  const waiting = householdsOf(keys, persons).filter(({ first, isComplete }) => isComplete && first.isWaiting);
  const keysOf = waiting.map(({ first }) => ({ countyCode: first.countyCode, id: first.caseId }));
  const loaded = new Map((await loadCases(tx, keys, keysOf)).map((each) => [caseName(each.row), each.standing]));
  return waiting
    .flatMap(({ first, answers }) => {
      const { countyCode, caseId, headName, villageName } = first;
      const standing = loaded.get(caseName({ countyCode, id: caseId }));
      const { requested = [], replies = [] } = standing?.comparison ?? {};
      const isAsked = requested.includes(department) && !replies.some((each) => each.department === department);
      if (!standing || !isAsked) return [];
      const { version } = standing;
      return [{ countyCode, id: caseId, version, headName, villageName, ...householdReply(answers) }];
    })
    .slice(0, MOST_CASES);
}

/** Throws `inquiries.nothing-to-record`. */
export async function recordReplies(
  context: OperationContext,
  { id, requestId }: { id: number; requestId: string },
  hooks: Pick<CasesHooks, 'onActed'>,
) {
  const { db, actor, services } = context;
  const { department, cases } = await db.read(actor, async (tx) => ({
    department: (await getInquiry(tx, id)).department,
    cases: await listRecordable(tx, services.keys, id),
  }));
  if (cases.length === 0) throw new Problem('inquiries.nothing-to-record');
  const now = { day: dayOn(services.clock), at: services.clock().toISOString() };
  const targets = cases.map(({ countyCode, id, version, hits, note }) => ({
    ...{ countyCode, id, version },
    own: { hits, note: note || `${departmentName(department)}部门协查，没有命中情形` },
  }));
  const input = { requestId, kind: 'reply-comparison' as const, shared: { department }, cases: targets };
  return actOnMany(context, input, { now, hooks });
}
