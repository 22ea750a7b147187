// The forms of what was given out of the income of assets: to be signed for, and to hang in public.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { assetDistributionRegister } from '../domain/registers/asset-distribution-register.ts';
import { date, type Form, type FormAsked, MOST_ROWS, money, text, word, yuan } from './form-cells.ts';

type Given = Record<'place' | 'number' | 'name' | 'purpose' | 'to', string> & {
  schemeOn: string;
  paidOn: string | null;
  amountFen: number;
};

/** A household stands by the name of its head. */
function given(tx: Tx, { where, year }: FormAsked): Promise<Given[]> {
  return tx.rows(sql<Given>`
    select coalesce(r.name, '') as place, a.number, a.asset_name as name, d.purpose, coalesce(h.head_name, d.recipient) as "to",
      d.scheme_on::text, d.paid_on::text, d.amount_fen
    from assets a join asset_distributions d on d.asset_number = a.number and not d.voided and d.distribution_year = ${year}
      left join households h on h.number = d.recipient left join regions r on r.code = a.region_code
    where ${where} order by a.region_code, a.number, d.purpose, d.recipient limit ${MOST_ROWS}`);
}

const purposeOf = (code: string) => word(assetDistributionRegister.fields.purpose, code);

export const distribution: Form = {
  header: [
    ...[text('嘎查村', 16), text('资产编号', 20), text('资产名称', 24), text('用途', 12), text('分配对象', 24)],
    ...[date('方案日期'), money('分配金额'), date('发放日期'), text('签领', 14)],
  ],
  rows: async (tx, asked) =>
    (await given(tx, asked)).map((row) => [
      ...[row.place, row.number, row.name, purposeOf(row.purpose), row.to, row.schemeOn, yuan(row.amountFen)],
      ...[row.paidOn, null],
    ]),
};
