// The loans of an area that ask for action, with who was spoken to last.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../../kernel/region-code.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { withoutNulls } from '../../../../platform/server/lists/without-nulls.ts';
import { stateSql } from '../../../../platform/server/registers/moves/state-sql.ts';
import { namesOf, rangeAsked } from '../../../regions/server/index.ts';
import { LOAN_NEEDS, type LoanNeed, overdueShare } from '../../domain/loans/loan-needs.ts';
import type { MicroLoan } from '../../domain/registers/micro-loan-register.ts';
import { microLoanRegister } from '../../domain/registers/micro-loan-register.ts';
import { industrySettings } from '../settings.ts';
import { loanNeedsSql } from './loan-needs.ts';

const LOANS = microLoanRegister as unknown as RegisterDefinition;
const SHOWN = 200;
const OF_EACH = 10;

type LoanRow = {
  need: LoanNeed;
  total: number;
  countyCode: number;
  id: number;
  version: string;
  number: string;
  name: string;
  householdNumber: string;
  householdId: number | null;
  regionCode: number;
  product: MicroLoan['loanProduct'];
  lender: string;
  amountFen: number;
  lentOn: string;
  dueOn: string;
  days: number;
  state: string;
  followed: { on: string; by: string; opinion: string } | null;
};

async function loanRows(tx: Tx, range: RegionRange, on: string, need: LoanNeed | undefined): Promise<LoanRow[]> {
  return tx.rows(sql<LoanRow>`
    select f.need, f.total, t.county_code, t.id, (extract(epoch from t.recorded_at) * 1000000)::bigint::text as version, t.number,
      left(t.name, 1) || '*' as name, t.household_number, h.id as household_id, t.place_code as region_code, t.loan_product as product,
      t.lender, t.loan_amount_fen as amount_fen, t.lent_on::text, coalesce(t.extended_to, t.due_on)::text as due_on,
      coalesce(t.extended_to, t.due_on) - ${on}::date as days, ${sql.raw(stateSql(LOANS))} as state,
      (select jsonb_build_object('on', m.done_on, 'by', m.account_name, 'opinion', m.opinion) from register_moves m
        where m.register = 'micro-loans' and m.county_code = t.county_code and m.record_id = t.id and m.withdrawn_at is null
          and m.move = 'follow-up' order by m.id desc limit 1) as followed
    from (
      select n.*, count(*) over (partition by n.need)::int as total, row_number() over (partition by n.need order by n.due_on, n.id) as place
      from (${await loanNeedsSql(tx, range, on)}) n) f
      join micro_loans t on t.county_code = f.county_code and t.id = f.id
      left join households h on h.number = t.household_number and h.valid_to is null
    where f.place <= ${need ? SHOWN : OF_EACH}
    order by array_position(${[...LOAN_NEEDS]}::text[], f.need), f.place limit ${SHOWN * LOAN_NEEDS.length}`);
}

/** What is lent and not settled on the day, and what of it is overdue. */
async function balances(tx: Tx, { low, high }: RegionRange, on: string) {
  type Sums = { running: number; balanceFen: number; overdueFen: number };
  const sums = await tx.first(sql<Sums>`
    select count(*)::int as running, coalesce(sum(loan_amount_fen), 0)::bigint as balance_fen,
      coalesce(sum(loan_amount_fen) filter (where least(overdue_from, coalesce(extended_to, due_on) + 1) <= ${on}::date), 0)::bigint as overdue_fen
    from micro_loans where not voided and place_code between ${low} and ${high} and lent_on <= ${on}::date
      and (settled_on is null or settled_on > ${on}::date)`);
  const { running = 0, balanceFen = 0, overdueFen = 0 } = sums ?? {};
  const share = overdueShare(overdueFen, balanceFen);
  return { running, balanceFen, overdueFen, ...(share === undefined ? {} : { overdueShare: share }) };
}

/** How many loans ask for what, and those of one kind or some of each, the most urgent first. */
export async function readLoans(
  tx: Tx,
  asked: { area?: number | undefined; need?: LoanNeed | undefined },
  today: PlainDate,
) {
  const range = await rangeAsked(tx, asked.area);
  const on = formatDate(today);
  const rows = await loanRows(tx, range, on, asked.need);
  const counts = Object.fromEntries(
    LOAN_NEEDS.map((need) => [need, rows.find((row) => row.need === need)?.total ?? 0]),
  ) as Record<LoanNeed, number>;
  const shown = rows.filter(({ need }) => asked.need === undefined || need === asked.need).slice(0, SHOWN);
  const names = await namesOf(tx, [...new Set(shown.map(({ regionCode }) => regionCode))]);
  return {
    ...{ asOf: on, counts, ...(await balances(tx, range, on)) },
    rows: shown.map(({ total: _total, ...row }) => ({
      ...withoutNulls(row),
      regionName: names.get(row.regionCode) ?? '',
    })),
    settings: await industrySettings.shown(tx, asked.area ?? tx.actor.areaCode, on),
  };
}
