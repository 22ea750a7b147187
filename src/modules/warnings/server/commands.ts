// What people do to warnings: assign, check, take a check back. Each loads the rows for update, lets the domain decide,
// saves, and answers with its audit entries.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { isWithin } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { StoredPhoto } from '../../../platform/server/photos.ts';
import {
  CHECKERS,
  type CheckResult,
  type Refusal,
  refuseAssign,
  refuseCheck,
  refuseReopen,
  type WarningState,
} from '../domain/lifecycle.ts';
import type { WarningLevel } from '../domain/rules.ts';
import '../domain/problems.ts';
import { findAssignee } from './assignees.ts';
import type { WarningKey } from './detail-query.ts';
import type { CheckedWarning } from './hooks.ts';
import { TODAY } from './screening/merge-warnings.ts';
import { SUPERSEDED } from './screening/screening-area.ts';
import { moveOpenCount } from './screening/screening-counts.ts';

type Locked = WarningKey & {
  asOf: string;
  householdId: number;
  villageCode: number;
  rules: string[];
  level: WarningLevel;
  state: WarningState;
  active: boolean;
  superseded: boolean;
  assigneeName: string;
  dueOn: string;
  note: string;
  checkedBy: string | null;
  checkedById: number | null;
};

/** Locks the warnings; one that is not there, or not in the actor's area, refuses all. */
async function lockWarnings(tx: Tx, keys: readonly WarningKey[]): Promise<Locked[]> {
  const wanted = new Set(keys.map(({ countyCode, id }) => `${countyCode}-${id}`));
  const rows = await tx.rows(sql<Locked>`
    select w.county_code, w.id, w.as_of, w.household_id, w.village_code, w.rules, w.level, w.state, w.active, w.assignee_name, w.due_on,
      w.note, w.checked_by, w.checked_by_id, ${SUPERSEDED} as superseded
    from warnings w
    where (w.county_code, w.id) in (
      select * from unnest(${keys.map((key) => key.countyCode)}::int[], ${keys.map((key) => key.id)}::bigint[]))
    order by w.county_code, w.id for update of w`);
  if (rows.length < wanted.size) throw new Problem('warnings.not-found');
  return rows;
}

function standingOf({ state, active, superseded, checkedById }: Locked) {
  return { state, active, superseded, ...(checkedById === null ? {} : { checkedById }) };
}

function refuse(refusal: Refusal | undefined, warning: Locked): void {
  if (refusal) throw new Problem(refusal.code, { who: warning.checkedBy ?? '' });
}

async function recordAction(tx: Tx, warning: Locked, kind: 'assign' | 'check' | 'reopen', detail: object) {
  await tx.run(sql`
    insert into warning_actions (county_code, warning_id, household_id, village_code, kind, detail, account_id, account_name)
    values (${warning.countyCode}, ${warning.id}, ${warning.householdId}, ${warning.villageCode}, ${kind},
      ${JSON.stringify(detail)}::jsonb, ${tx.actor.accountId}, ${tx.actor.name})`);
}

function auditOf(operation: string, { countyCode, id, householdId, villageCode }: Locked) {
  return { operation, subjectKind: 'warning', subjectId: `${countyCode}-${id}`, householdId, regionCode: villageCode };
}

type Assignment = { warnings: readonly WarningKey[]; assigneeId: number; dueOn?: string | undefined };

/** Gives open warnings to one account whose area holds all of them. */
export async function assignWarnings(tx: Tx, input: Assignment): Promise<Outcome<{ assigned: number }>> {
  const assignee = await findAssignee(tx, input.assigneeId);
  if (!assignee || !CHECKERS.some((role) => role === assignee.role)) throw new Problem('warnings.assignee-not-found');
  const day = await tx.first(sql<{ today: string }>`select ${sql.raw(TODAY)} as today`);
  if (input.dueOn && day && input.dueOn < day.today) throw new Problem('warnings.due-in-past', { day: input.dueOn });
  const warnings = await lockWarnings(tx, input.warnings);
  for (const warning of warnings) refuse(refuseAssign(standingOf(warning)), warning);
  const outside = warnings.filter(({ villageCode }) => !isWithin(assignee.range, villageCode)).length;
  if (outside > 0) throw new Problem('warnings.assignee-outside', { name: assignee.name, count: outside });
  const audit = [];
  for (const warning of warnings) {
    const after = { assigneeName: assignee.name, dueOn: input.dueOn ?? warning.dueOn };
    await tx.run(sql`update warnings set assignee_id = ${assignee.id}, assignee_name = ${assignee.name},
      due_on = ${after.dueOn}::date where county_code = ${warning.countyCode} and id = ${warning.id}`);
    await recordAction(tx, warning, 'assign', after);
    const before = { assigneeName: warning.assigneeName, dueOn: warning.dueOn };
    audit.push({ ...auditOf('warnings.assign', warning), before, after });
  }
  return { result: { assigned: warnings.length }, audit };
}

/** `photos` takes them, once it is clear that the check stands. */
type Check = WarningKey & { result: CheckResult; note: string; photos?: () => Promise<StoredPhoto[]> };

/** Enters the result of the look that was taken; it stands for the rules that hit now. `onChecked` is told what was checked. */
export async function checkWarning(
  tx: Tx,
  input: Check,
  onChecked: (checked: CheckedWarning) => Promise<void> = async () => undefined,
): Promise<Outcome<Record<string, never>>> {
  const { result, note } = input;
  const [warning] = await lockWarnings(tx, [input]);
  if (!warning) throw new Problem('warnings.not-found');
  refuse(refuseCheck(standingOf(warning)), warning);
  const photos = (await input.photos?.()) ?? [];
  await tx.run(sql`
    update warnings set state = ${result}, note = ${note}, photos = ${JSON.stringify(photos)}::jsonb, checked_at = now(),
      checked_by = ${tx.actor.name}, checked_by_id = ${tx.actor.accountId}, checked_rules = rules, carried = false
    where county_code = ${warning.countyCode} and id = ${warning.id}`);
  await moveOpenCount(tx, warning, -1);
  await recordAction(tx, warning, 'check', { result, reason: note });
  const { countyCode, id, householdId, villageCode, rules } = warning;
  await onChecked({ countyCode, id, householdId, villageCode, rules, result, note });
  const audit = { ...auditOf('warnings.check', warning), after: { result, note, photos: photos.length } };
  return { result: {}, audit };
}

/** Takes a result back; it stays in the timeline and the audit trail. */
export async function reopenWarning(
  tx: Tx,
  input: WarningKey & { reason: string },
): Promise<Outcome<Record<string, never>>> {
  const [warning] = await lockWarnings(tx, [input]);
  if (!warning) throw new Problem('warnings.not-found');
  refuse(refuseReopen(standingOf(warning), tx.actor), warning);
  await tx.run(sql`
    update warnings set state = 'open', note = '', photos = '[]', checked_at = null, checked_by = null,
      checked_by_id = null, checked_rules = '{}', carried = false
    where county_code = ${warning.countyCode} and id = ${warning.id}`);
  await moveOpenCount(tx, warning, 1);
  await recordAction(tx, warning, 'reopen', { reason: input.reason });
  const audit = {
    ...auditOf('warnings.reopen', warning),
    reason: input.reason,
    before: { result: warning.state, note: warning.note },
  };
  return { result: {}, audit };
}
