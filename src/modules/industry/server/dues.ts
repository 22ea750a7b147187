// Terms of loans, titles and products, for who has to act: the village looks what became of the money, the county renews and monitors.

import { type RawBuilder, sql } from 'kysely';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { stateSql } from '../../../platform/server/registers/moves/state-sql.ts';
import type { LoanNeed } from '../domain/loans/loan-needs.ts';
import { loanApplicationRegister } from '../domain/registers/loan-application-register.ts';
import { loanNeedsSql } from './loans/loan-needs.ts';
import { industrySettings } from './settings.ts';

type Sql = RawBuilder<unknown>;

const APPLICATIONS = loanApplicationRegister as unknown as RegisterDefinition;

/** Longer than any level waits before or after the day. */
const AROUND = 30;
const MOST_ROWS = 100_000;

/** `needs`: of one term, which a loan goes through one after the other. */
function due(key: string, needs: readonly LoanNeed[], what: string): Due {
  const rows: Due['rows'] = async (tx, on) =>
    tx.rows(sql<DueRow>`
      select f.place_code, f.due_on::text as due_on from (${await loanNeedsSql(tx, WHOLE_REGION, on, AROUND)}) f
      where f.need = any(${[...needs]}::text[]) and f.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int
      order by f.county_code, f.id limit ${MOST_ROWS}`);
  return {
    ...{ key: `industry.${key}`, what, unit: '笔', holder: 'village' },
    ...{ path: `/industry/loans?need=${needs[0]}`, rows },
  };
}

/** Titles in force that were not looked at for as long as a county lets pass, and products whose certificate ends. */
function standing(key: string, what: string, unit: string, path: string, dueRows: (day: Sql) => Sql): Due {
  const rows: Due['rows'] = async (tx, on) => {
    const day = sql`${on}::date`;
    return tx.rows(sql<DueRow>`
      with terms as materialized (${await industrySettings.termsSql(tx, WHOLE_REGION, on)})
      select f.place_code, f.due_on::text as due_on from (${dueRows(day)}) f
      where f.due_on between ${day} - ${AROUND}::int and ${day} + ${AROUND}::int order by f.place_code, f.due_on limit ${MOST_ROWS}`);
  };
  return { key: `industry.${key}`, what, unit, holder: 'county', path, rows };
}

const IN_FORCE = (day: Sql) =>
  sql`not t.voided and t.recognised_on <= ${day} and (t.cancelled_on is null or t.cancelled_on > ${day})`;

const titleDue = standing(
  'title-monitor',
  '经营主体称号监测',
  '个',
  '/registers/recognitions',
  (day) => sql`
    select t.place_code, coalesce(t.monitored_on, t.recognised_on) + m.title_monitor as due_on
    from recognitions t join terms m on m.county_code = t.county_code
    where ${IN_FORCE(day)} and (t.valid_through is null or t.valid_through >= ${day})`,
);

/** Told as long before as the county asks: the term is the day from which it is to be renewed. */
const productDue = standing(
  'product-ending',
  '帮扶产品续期',
  '个',
  '/registers/assisted-products',
  (day) => sql`
    select t.place_code, t.valid_through - m.product_ending as due_on
    from assisted_products t join terms m on m.county_code = t.county_code where ${IN_FORCE(day)} and t.valid_through >= ${day}`,
);

/** Applications that neither came to a loan nor were refused. */
const applicationDue: Due = {
  ...{ key: 'industry.loan-application', what: '小额信贷申请办理', unit: '件', holder: 'county' },
  path: '/registers/loan-applications',
  rows: async (tx, on) =>
    tx.rows(sql<DueRow>`
      with terms as materialized (${await industrySettings.termsSql(tx, WHOLE_REGION, on)})
      select f.place_code, f.due_on::text as due_on from (
        select t.place_code, t.applied_on + m.loan_answer as due_on from loan_applications t join terms m on m.county_code = t.county_code
        where not t.voided and t.applied_on <= ${on}::date and ${sql.raw(stateSql(APPLICATIONS))} = any('{applied,rated,credited}'::text[])) f
      where f.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int order by f.place_code, f.due_on limit ${MOST_ROWS}`),
};

export const industryDues: readonly Due[] = [
  applicationDue,
  due('loan-due', ['due-7', 'due-30'], '小额信贷还款'),
  due('loan-check', ['unchecked'], '小额信贷用途核查'),
  due('loan-overdue', ['overdue'], '小额信贷逾期跟进'),
  titleDue,
  productDue,
];
