// A comparison at home: each field is kept with its four sides. Where this system is wrong, a member's field is put right if that was asked for, everything else
// becomes an issue; where it was wrong and is not any more, the issue is closed.

import { type RawBuilder, sql } from 'kysely';
import { Problem } from '../../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../../platform/server/db.ts';
import { changeIssues, correctIssues, correctPerson, openIssues } from '../../../households/server/index.ts';
import { COMPARED_FIELDS, type ComparedKey, type Person, type Sides } from '../../domain/comparison.ts';
import type { Basis } from '../../domain/words.ts';
import { termsOf } from '../settings.ts';
import { readKnown } from './known.ts';
import '../../domain/problems.ts';

export type Comparison = {
  household: { countyCode: number; id: number };
  checkedOn: string;
  cardPrintedOn?: string | undefined;
  basis: Basis;
  note?: string | undefined;
  correct: boolean;
  fields: readonly {
    field: ComparedKey;
    seen: string;
    card?: string | undefined;
    people?: readonly number[] | undefined;
  }[];
};
type Known = Awaited<ReturnType<typeof readKnown>>[number];
type Told = { compared: number; differing: number; corrected: number; issues: number };

/** One thing to be settled of a field: of the household, or of one member. */
type Difference = { field: ComparedKey; about: string; person?: Person; value?: string };

const CODE = 'consistency-difference';
const shown = (value: string | undefined) => (value === undefined ? '不知道' : value === '' ? '没有' : value);
const aboutOf = (field: ComparedKey, { system, ledger, seen, card }: Sides) =>
  `${COMPARED_FIELDS[field].title}：全国系统 ${shown(system)}，本系统 ${shown(ledger)}，实际 ${shown(seen)}${card === undefined ? '' : `，卡 ${shown(card)}`}`;

type Judged = Sides & { field: ComparedKey; differences: Difference[] };

/** Throws `cleaning.not-of-household`. */
function judge({ fields: known, people }: Known, { fields }: Comparison): Judged[] {
  return fields.flatMap(({ field, card, people: chosen, ...given }) => {
    const of = known.find((each) => each.field === field);
    // Not compared here any more: the phone's copy is of before.
    if (!of) return [];
    const { kind, corrects } = COMPARED_FIELDS[field];
    const who = new Set(chosen ?? []);
    if ([...who].some((id) => !people.some((each) => each.id === id))) throw new Problem('cleaning.not-of-household');
    const seen =
      kind === 'people'
        ? people
            .filter(({ id }) => who.has(id))
            .map(({ name }) => name)
            .join('、')
        : given.seen;
    const sides: Sides = { system: of.system, ledger: of.ledger, seen, card };
    const about = aboutOf(field, sides);
    if (kind !== 'people') return [{ ...sides, field, differences: seen === of.ledger ? [] : [{ field, about }] }];
    const before = new Set(of.people);
    const differing = people.filter(({ id }) => who.has(id) !== before.has(id));
    const differences = differing.map((person) => ({
      ...{ field, person, about: `${person.name}：${about}` },
      ...(corrects ? { value: who.has(person.id) ? '是' : '否' } : {}),
    }));
    return [{ ...sides, field, differences }];
  });
}

async function keep(tx: Tx, { villageCode }: Known, comparison: Comparison, judged: readonly Judged[]): Promise<void> {
  const { household, checkedOn, cardPrintedOn, basis, note, correct } = comparison;
  const rows = judged.map(({ field, system, ledger, seen, card, differences }) => ({
    ...{
      field,
      system: system ?? null,
      ledger,
      seen,
      card: card ?? null,
      printed: card === undefined ? null : (cardPrintedOn ?? null),
    },
    ...{
      accepted: seen === ledger ? null : seen,
      corrected: correct && differences.length > 0 && differences.every(({ value }) => value !== undefined),
    },
  }));
  await tx.run(sql`
    insert into consistency_checks (county_code, village_code, household_id, field, checked_on, system_value, ledger_value, field_value, card_value, card_printed_on, accepted_value,
      basis, note, corrected, checked_by, account_id)
    select ${household.countyCode}::int, ${villageCode}::bigint, ${household.id}::bigint, f.field, ${checkedOn}::date, f.system, f.ledger, f.seen, f.card, f.printed, f.accepted,
      ${basis}, ${note ?? ''}, f.corrected, ${tx.actor.name}, ${tx.actor.accountId}::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) f (field text, system text, ledger text, seen text, card text, printed date, accepted text, corrected boolean)
    on conflict (county_code, household_id, field, checked_on) do update set system_value = excluded.system_value, ledger_value = excluded.ledger_value,
      field_value = excluded.field_value, card_value = excluded.card_value, card_printed_on = excluded.card_printed_on, accepted_value = excluded.accepted_value,
      basis = excluded.basis, note = excluded.note, corrected = excluded.corrected or consistency_checks.corrected, checked_by = excluded.checked_by,
      account_id = excluded.account_id, at = now()`);
}

/** The open issue of this difference `d`. */
const ofDifference = ({ household: { countyCode, id } }: Comparison, field: ComparedKey): RawBuilder<unknown> =>
  sql`d.county_code = ${countyCode} and d.household_id = ${id} and d.code = ${CODE} and d.state = 'open' and d.detail ->> 'compared' = ${field}`;

async function openFor(
  tx: Tx,
  { villageCode }: Known,
  comparison: Comparison,
  difference: Difference,
): Promise<number> {
  const { household, checkedOn } = comparison;
  const { field, about, person, value } = difference;
  const member = person?.id ?? null;
  const open = sql`${ofDifference(comparison, field)} and d.person_id is not distinct from ${member}::bigint`;
  const detail = { about, compared: field, ...(value === undefined ? {} : { field: COMPARED_FIELDS[field].corrects }) };
  await openIssues(
    tx,
    sql`select ${household.countyCode}::int, ${villageCode}::bigint, ${household.id}::bigint, ${member}::bigint, ${CODE}, 'cleaning', null::int, null::int,
      ${JSON.stringify(detail)}::jsonb where not exists (select from data_issues d where ${open})`,
  );
  const { due } = await termsOf(tx, household.countyCode, checkedOn);
  await changeIssues(
    tx,
    sql`detail = d.detail || ${JSON.stringify({ about })}::jsonb, severity = 'warn', value_then = ${about}, found_on = coalesce(d.found_on, ${checkedOn}::date),
      due_on = coalesce(d.due_on, ${due.warn}::date)`,
    open,
  );
  const issue = await tx.first(
    sql<{ id: number }>`select d.id from data_issues d where ${open} order by d.id desc limit 1`,
  );
  return issue?.id ?? 0;
}

/** The member's field is set, and the issue waits for the signature of somebody else. */
async function correct(tx: Tx, comparison: Comparison, difference: Difference, issueId: number): Promise<boolean> {
  const { household, basis, checkedOn, note = '' } = comparison;
  const { person, value, field } = difference;
  const { corrects } = COMPARED_FIELDS[field];
  if (!comparison.correct || !person || value === undefined || !corrects) return false;
  const explanation = note || '机账实卡核查时按实际更正';
  await correctPerson(tx, {
    ...{ countyCode: household.countyCode, householdId: household.id, personId: person.id },
    ...{ field: corrects, value, basis, note: explanation, issueId, on: checkedOn },
  });
  await changeIssues(
    tx,
    sql`outcome = 'corrected', basis = ${basis}, answered_on = ${checkedOn}::date, answered_by = ${tx.actor.name}, answered_id = ${tx.actor.accountId}, returned = null,
      signed_on = null, signed_by = null, detail = d.detail || ${JSON.stringify({ explanation, closedBy: tx.actor.name })}::jsonb`,
    sql`d.county_code = ${household.countyCode} and d.id = ${issueId}`,
  );
  return true;
}

/** What was found once and is not found now; answers that wait for a signature stay. */
function closeEqual(tx: Tx, comparison: Comparison, { field, differences }: Judged): Promise<number> {
  const still = differences.flatMap(({ person }) => (person ? [person.id] : []));
  const isHouseholds = differences.length > 0 && still.length === 0;
  if (isHouseholds) return Promise.resolve(0);
  return correctIssues(
    tx,
    sql`select d.county_code, d.id from data_issues d where ${ofDifference(comparison, field)} and d.outcome is null and coalesce(d.person_id, 0) <> all(${still}::bigint[])`,
    { explanation: '再次核查时已一致', closedBy: tx.actor.name },
  );
}

/** Throws `cleaning.check-in-future`, `households.not-found`, `cleaning.not-of-household`. */
export async function compare(tx: Tx, comparison: Comparison, today: string): Promise<Outcome<Told>> {
  const { household, checkedOn } = comparison;
  if (checkedOn > today) throw new Problem('cleaning.check-in-future');
  const { countyCode, id } = household;
  const [known] = await readKnown(
    tx,
    sql`select * from households where county_code = ${countyCode} and id = ${id} and valid_to is null for update`,
    checkedOn,
  );
  if (!known) throw new Problem('households.not-found');
  const judged = judge(known, comparison);
  await keep(tx, known, comparison, judged);
  const told: Told = { compared: judged.length, differing: 0, corrected: 0, issues: 0 };
  for (const each of judged) {
    await closeEqual(tx, comparison, each);
    if (each.differences.length > 0) told.differing++;
    for (const difference of each.differences) {
      const issueId = await openFor(tx, known, comparison, difference);
      if (await correct(tx, comparison, difference, issueId)) told.corrected++;
      else told.issues++;
    }
  }
  const differing = judged.filter(({ differences }) => differences.length > 0);
  const audit = {
    ...{
      operation: 'cleaning.compare',
      subjectKind: 'household',
      subjectId: id,
      householdId: id,
      regionCode: known.villageCode,
    },
    after: { ...told, fields: differing.map(({ field }) => field).join('、'), checkedOn },
  };
  return { result: told, audit };
}
