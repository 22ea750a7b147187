// Which figures an account looks at.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

/** Of the account that asks; nothing where it has chosen none. */
export async function chosenFigures(tx: Tx): Promise<string[] | undefined> {
  const found = await tx.first(
    sql<{ figures: string[] }>`select figures from board_choices where account_id = ${tx.actor.accountId}`,
  );
  return found?.figures;
}

export async function chooseFigures(tx: Tx, figures: readonly string[] | undefined): Promise<void> {
  const { accountId } = tx.actor;
  await tx.run(
    figures
      ? sql`insert into board_choices (account_id, figures) values (${accountId}, ${[...figures]}::text[])
          on conflict (account_id) do update set (figures, chosen_at) = (excluded.figures, now())`
      : sql`delete from board_choices where account_id = ${accountId}`,
  );
}
