// The daily round over terms of registers: which rows are open is said by their slices, who is told by `tellingsOf`.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { dueText, tellingsOf } from '../domain/dues.ts';
import { PLACES } from './places.ts';

export async function tellDues(tx: Tx, dues: readonly Due[], day: PlainDate, last: PlainDate): Promise<void> {
  for (const due of dues) {
    const told = tellingsOf(await due.rows(tx, formatDate(day)), due.holder, day, last);
    if (told.length === 0) continue;
    const rows = told.map(({ kind, level, placeCode }) => ({ kind, level, place_code: placeCode }));
    const found = await tx.rows<{ accountId: number; kind: 'due' | 'overdue' | 'escalated'; count: number }>(sql`
      with told as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) t (kind text, level text, place_code bigint))
      select p.account_id, t.kind, count(*)::int as count from told t join ${PLACES} on l.level = t.level
      join account_places p on p.role = l.role and p.area_code = t.place_code / l.unit * l.unit
      group by 1, 2`);
    const messages = found.map(({ accountId, kind, count }) => ({
      ...{ account_id: accountId, kind, count },
      facts: { text: dueText(kind, count, due.what, due.unit, day) },
    }));
    await tx.run(sql`insert into messages (account_id, kind, key, count, facts, path, held)
      select m.account_id, m.kind, ${`${due.key} ${formatDate(day)}`}, m.count, m.facts, ${due.path}, coalesce(s.mode = 'daily', false)
      from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) m (account_id bigint, kind text, count int, facts jsonb)
      left join message_settings s on s.account_id = m.account_id and s.kind = m.kind
      where coalesce(s.mode, '') <> 'off'
      on conflict on constraint messages_once do nothing`);
  }
}
