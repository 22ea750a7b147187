// What is to be done in the villages: cases, warnings, measures, lists of an event, jobs to confirm. There is little of each, so that
// a kind of which something changed goes as a whole.

import { sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import { formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { ACTIONS, KINDS } from '../../cases/domain/actions.ts';
import { recalledSeqs } from '../../cases/domain/recall.ts';
import { type Circumstances, refuseAction } from '../../cases/domain/refuse-action.ts';
import { templateNow } from '../../cases/domain/standing.ts';
import {
  CASE_JOINS,
  caseName,
  ITEM_COLUMNS,
  type ItemRow,
  type LoadedCase,
  loadCases,
  presentItem,
} from '../../cases/server/index.ts';
import { readConfirmList } from '../../employment/server/index.ts';
import { openMeasuresIn } from '../../help/server/index.ts';
import { listWarnings, newestScreening, presentItems, ruleNamer } from '../../warnings/server/index.ts';
import type { PhoneData } from '../domain/phone-data.ts';
import type { Asked } from './scope.ts';

/** Of each kind; a township has a tenth of it. */
const MOST = 2000;
const MOST_TOLD = 10;

/** What can be done without network; everything else is done in the office. */
const OFFLINE = KINDS.filter((kind) => ACTIONS[kind].offline === true);

/** Of clearing, which a village does not decide, the conditions are not looked at. */
function possibilities({ standing, row }: LoadedCase, { role, today }: Pick<Circumstances, 'role' | 'today'>) {
  const answers = OFFLINE.map((kind) => ({
    kind,
    refusal: refuseAction(kind, standing, { role, today, lifted: row.lifted }),
  }));
  const telling = answers.filter(
    ({ refusal }) => refusal && !['cases.not-now', 'http.forbidden'].includes(refusal.code),
  );
  return {
    actions: answers.filter(({ refusal }) => refusal === undefined).map(({ kind }) => kind),
    refusals: Object.fromEntries(
      telling.map(({ kind, refusal }) => [kind, new Problem(refusal?.code ?? '', refusal?.details).message]),
    ),
  };
}

function timelineOf({ actions }: LoadedCase) {
  const recalled = recalledSeqs(actions);
  return actions
    .filter(({ seq }) => !recalled.has(seq))
    .slice(-MOST_TOLD)
    .map(({ seq, kind, on, by }) => ({ seq, kind, on: formatDate(on), by }));
}

export async function readCases(tx: Tx, keys: Keys, { range, today }: Asked): Promise<PhoneData['cases']> {
  const rows = await tx.rows(sql<ItemRow>`select ${ITEM_COLUMNS} from cases c ${CASE_JOINS}
    where c.village_code between ${range.low} and ${range.high} and c.ended_on is null order by c.id limit ${MOST}`);
  const loaded = new Map((await loadCases(tx, keys, rows)).map((each) => [caseName(each.row), each]));
  return rows.flatMap((row) => {
    const found = loaded.get(caseName(row));
    if (!found) return [];
    const { standing } = found;
    const { nextLookBackOn } = standing;
    return [
      {
        ...presentItem(row, today),
        ...possibilities(found, { role: tx.actor.role as Role, today }),
        verifiers: templateNow(standing).verifiers,
        ...(nextLookBackOn === undefined ? {} : { nextLookBackOn: formatDate(nextLookBackOn) }),
        timeline: timelineOf(found),
      },
    ];
  });
}

/** Those that nobody has checked. */
export async function readWarnings(tx: Tx, { range }: Asked): Promise<PhoneData['warnings']> {
  const asOf = await newestScreening(tx, range);
  if (!asOf) return [];
  const rows = await listWarnings(tx, { range, asOf, filter: { state: 'open' } }, { limit: MOST });
  return presentItems(rows, await ruleNamer(tx)) as PhoneData['warnings'];
}

export async function readMeasures(tx: Tx, keys: Keys, { range }: Asked): Promise<PhoneData['measures']> {
  const open = await openMeasuresIn(tx, keys, range);
  return open.map(({ countyCode, id, caseId, householdId, content, dueOn, moneyFen, version }) => ({
    ...{ countyCode, id, caseId, householdId, content, dueOn, moneyFen, version },
  }));
}

type ActivationRow = { number: string; title: string; countyCode: number; id: number };

/** Households of events that are answered, as long as nobody was there. */
export async function readActivations(tx: Tx, { range }: Asked): Promise<PhoneData['activations']> {
  const rows = await tx.rows(sql<ActivationRow>`
    select a.number, a.event as title, l.county_code, l.household_id as id from activation_households l
    join contingency_activations a on a.county_code = l.activation_county and a.id = l.activation_id
    where l.village_code between ${range.low} and ${range.high} and l.visited_on is null and not a.voided
      and a.activated_on is not null and a.ended_on is null order by a.number, l.household_id limit ${MOST}`);
  return rows.map(({ number, title, ...household }) => ({ number, title, household }));
}

/** A township confirms no jobs itself: lists of more villages than this are not taken along. */
const MOST_VILLAGES = 3;

export async function readJobs(tx: Tx, { today }: Asked, villages: readonly { code: number }[]) {
  if (villages.length > MOST_VILLAGES) return [];
  const lists: NonNullable<PhoneData['jobs']> = [];
  for (const { code } of villages)
    lists.push({ villageCode: code, ...(await readConfirmList(tx, { area: code }, today)) });
  return lists;
}
