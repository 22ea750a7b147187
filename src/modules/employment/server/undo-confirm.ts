// Takes back what the actor tapped of a month: the confirmation, and the leaving and the new job that came with it.

import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type MoveTools, withdrawMove } from '../../../platform/server/registers/moves/move-rows.ts';
import { nextNumber } from '../domain/confirm/found.ts';
import { employmentSpellRegister } from '../domain/registers/employment-spell-register.ts';
import {
  CONFIRMATIONS,
  keyText,
  lockSpells,
  type Refused,
  refuseAll,
  refuseMonth,
  SPELLS,
  type SpellRow,
  write,
} from './confirm.ts';

const TAKEN_BACK = { voided: true, voidReason: '点选后撤销' };

type Own = { confirmed: string[]; following: string[]; left: string[] };

/** What of these jobs is the actor’s own: numbers of jobs with a confirmation, of jobs that follow, of jobs left. */
async function ownOf(tx: Tx, rows: readonly SpellRow[], month: string): Promise<Own> {
  const numbers = rows.map(({ number }) => number);
  const next = rows.map(({ number }) => nextNumber(number, month));
  const found = await tx.rows(sql<{ what: keyof Own; number: string }>`
    select 'confirmed' as what, c.spell_number as number from employment_confirmations c
    where c.spell_number = any(${[...numbers, ...next]}::text[]) and c.month = ${month}::date and not c.voided and c.recorded_by = ${tx.actor.name}
    union all
    select 'following', s.number from employment_spells s
    where s.number = any(${next}::text[]) and not s.voided and s.recorded_by = ${tx.actor.name}
    union all
    select 'left', t.number from employment_spells t, lateral (
      select m.move, m.account_id from register_moves m where m.register = ${SPELLS.code} and m.county_code = t.county_code
        and m.record_id = t.id and m.withdrawn_at is null order by m.id desc limit 1) l
    where t.number = any(${numbers}::text[]) and t.left_on is not null and l.move = 'leave' and l.account_id = ${tx.actor.accountId}`);
  const of = (what: keyof Own) => found.filter((one) => one.what === what).map(({ number }) => number);
  return { confirmed: of('confirmed'), following: of('following'), left: of('left') };
}

/** Throws `employment.not-confirmed` where nothing of it is the actor’s own. */
export async function undoConfirm(
  tx: Tx,
  tools: MoveTools,
  { month, entries }: { month: string; entries: readonly { countyCode: number; id: number }[] },
  today: PlainDate,
) {
  refuseMonth(month, today);
  const rows = await lockSpells(tx, entries);
  const own = await ownOf(tx, [...rows.values()], month);
  const isOwn = ({ number }: SpellRow) => own.confirmed.includes(number) || own.left.includes(number);
  const undone = [...rows.values()].filter(isOwn);
  const refused = entries.flatMap(({ countyCode, id }): Refused[] => {
    const row = rows.get(keyText({ countyCode, id }));
    return row && isOwn(row) ? [] : [{ countyCode, id, reason: '不是您登记的，或者已经撤销' }];
  });
  if (undone.length === 0) refuseAll(refused.map(({ reason }) => reason));
  const voided = own.confirmed.map((spellNumber) => ({ spellNumber, month, ...TAKEN_BACK }));
  refuseAll(await write(tx, tools, CONFIRMATIONS, voided));
  for (const row of undone) if (own.left.includes(row.number)) await withdrawMove(tx, tools, SPELLS, row);
  const next = own.following.map((number) => ({ number, ...TAKEN_BACK }));
  refuseAll(await write(tx, tools, SPELLS, next));
  const audit = undone.map(
    ({ id, placeCode }): AuditEntry => ({
      ...{ operation: 'employment.undo-confirm', subjectKind: employmentSpellRegister.record, subjectId: id },
      ...{ regionCode: placeCode, after: { month } },
    }),
  );
  return { undone: undone.length, refused, audit };
}
