// Rows behind each number of the year, of one shape: which number, where, of what, how much. Numbers of parts and whole are both
// counted from them, each for itself: who is in two parts is one in the whole.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../../kernel/region-code.ts';
import { METRIC_KEYS, type MetricKey } from '../../domain/cooperation/metrics.ts';

type Select = RawBuilder<unknown>;
export type YearAsked = { range: RegionRange; year: number; on: string };

/** `size` is how wide a part is: what a firm put in is summed up over it. */
type Cells = YearAsked & { size: number };
type Cell = { from: string; place: string; object?: string; amount?: string; where: Select; register?: string };

function cell(
  metric: MetricKey,
  { range: { low, high } }: Cells,
  { from, place, object, amount, where }: Cell,
): Select {
  const column = (name: string | undefined, type: string) => sql.raw(name ? `(${name})::${type}` : `null::${type}`);
  return sql`select ${metric}::text as metric, ${sql.raw(place)}::bigint as place, ${column(object, 'text')} as object, ${column(amount, 'bigint')} as amount
    from ${sql.raw(from)} t where not t.voided and t.place_code between ${low} and ${high} and ${where}`;
}

/** Between the first of the year and the day. */
const during = (column: string, { year, on }: YearAsked) =>
  sql`${sql.ref(column)} >= make_date(${year}::int, 1, 1) and ${sql.ref(column)} <= ${on}::date`;
const standing = (since: string, until: string, day: Select) =>
  sql`${sql.ref(`t.${since}`)} <= ${day} and (${sql.ref(`t.${until}`)} is null or ${sql.ref(`t.${until}`)} > ${day})`;
const today = ({ on }: YearAsked) => sql`${on}::date`;
const lastDay = ({ year }: YearAsked) => sql`make_date(${year}::int - 1, 12, 31)`;

function fundCells(a: Cells): Select[] {
  const of = (nature: string, more = sql`true`): Cell => ({
    ...{ from: 'cooperation_funds', place: 't.region_code', amount: 't.amount_fen' },
    where: sql`t.nature = ${nature} and t.year = ${a.year}::int and t.happened_on <= ${a.on}::date and ${more}`,
  });
  const isCounty = (column: string) =>
    sql`exists (select from regions r where r.code = ${sql.ref(column)} and r.level = 'county')`;
  return [
    cell('planned', a, of('planned')),
    cell('received', a, of('received')),
    cell('received-county', a, of('received', isCounty('t.region_code'))),
    cell('issued', a, {
      ...{ from: 'fund_issuances', place: 't.receiver_code', amount: 't.amount_fen' },
      where: sql`t.fund_kind = 'beijing' and t.budget_year = ${a.year}::int and t.issued_on <= ${a.on}::date and ${isCounty('t.receiver_code')}`,
    }),
  ];
}

function firmCells(a: Cells): Select[] {
  const firm = { from: 'cooperation_enterprises', place: 't.region_code', object: 't.organisation_code' };
  const money = {
    from: 'cooperation_investments',
    place: 't.region_code',
    object: 't.organisation_code',
    amount: 't.amount_fen',
  };
  const part = sql`${a.size}::bigint`;
  const { low, high } = a.range;
  /** Firms of a part that have put more in than they took out. */
  const invests = sql`(t.organisation_code, t.region_code / ${part}) in (select t.organisation_code, t.region_code / ${part}
    from cooperation_investments t where not t.voided and t.place_code between ${low} and ${high} and ${during('t.paid_in_on', a)}
    group by 1, 2 having sum(t.amount_fen) > 0)`;
  const paidIn = during('t.paid_in_on', a);
  return [
    cell('stock', a, { ...firm, where: standing('landed_on', 'left_on', today(a)) }),
    cell('landed', a, { ...firm, where: during('t.landed_on', a) }),
    cell('left', a, { ...firm, where: during('t.left_on', a) }),
    cell('investing', a, { ...money, where: sql`${paidIn} and ${invests}` }),
    cell('investing-new', a, {
      ...money,
      where: sql`${paidIn} and ${invests} and exists (select from cooperation_enterprises e where e.organisation_code = t.organisation_code
        and e.region_code = t.region_code and not e.voided and ${during('e.landed_on', a)})`,
    }),
    cell('investment', a, { ...money, where: paidIn }),
    cell('agreed', a, {
      ...money,
      where: sql`${during('t.agreed_on', a)} and (t.paid_in_on is null or t.paid_in_on > ${a.on}::date)`,
    }),
  ];
}

function placeCells(a: Cells): Select[] {
  const park = { from: 'parks', place: 't.region_code', object: 't.number' };
  const workshop = { from: 'workshops', place: 't.village_code', object: 't.number' };
  const aided = sql`t.aided_by_beijing and ${standing('opened_on', 'closed_on', today(a))}`;
  const village = { from: 'demo_villages', place: 't.village_code', object: 't.village_code' };
  const approved = sql`t.plan_year = ${a.year}::int and t.approved_on <= ${a.on}::date`;
  return [
    cell('parks-before', a, { ...park, where: standing('opened_on', 'left_on', lastDay(a)) }),
    cell('parks-opened', a, { ...park, where: during('t.opened_on', a) }),
    cell('parks-closed', a, { ...park, where: during('t.left_on', a) }),
    cell('parks', a, { ...park, where: standing('opened_on', 'left_on', today(a)) }),
    cell('workshops', a, { ...workshop, where: aided }),
    cell('workshops-running', a, { ...workshop, where: sql`${aided} and ${isRunning(a.on)}` }),
    cell('demo-approved', a, { ...village, where: approved }),
    cell('demo-accepted', a, { ...village, where: sql`${approved} and t.accepted_on <= ${a.on}::date` }),
    cell('projects', a, {
      ...{ from: 'projects', place: 't.region_code', object: 't.number' },
      where: sql`'beijing' = any(t.programmes) and t.plan_year = ${a.year}::int and (t.removed_on is null or t.removed_on > ${a.on}::date)`,
    }),
  ];
}

/** The newest report of the month or the one before says that the workshop `t` runs. */
export function isRunning(on: string): Select {
  return sql`coalesce((select m.running from workshop_months m where m.workshop_number = t.number and not m.voided
    and m.month between (date_trunc('month', ${on}::date) - interval '1 month')::date and ${on}::date order by m.month desc limit 1), false)`;
}

/** Organised by the cooperation: begun in the year, or begun before and still at work when it began. */
export function labourSql(a: YearAsked): { begun: Select; kept: Select } {
  return {
    begun: sql`t.organised_by = 'beijing' and ${during('t.started_on', a)}`,
    kept: sql`t.organised_by = 'beijing' and t.started_on < make_date(${a.year}::int, 1, 1) and t.started_on <= ${a.on}::date
      and (t.left_on is null or t.left_on >= make_date(${a.year}::int, 1, 1))`,
  };
}

/** One person, of the registry or from outside it. */
export const WORKER = `coalesce('p' || t.person_id, 'o' || t.outsider_key, t.number)`;

function peopleCells(a: Cells): Select[] {
  const pair = { from: 'institution_pairs', place: 't.region_code', object: 't.organisation_code' };
  const inKind = (kind: string) => sql`t.kind = ${kind} and ${standing('started_on', 'ended_on', today(a))}`;
  const talent = { from: 'talents', place: 't.region_code', object: 't.cadre_number' };
  const sale = { from: 'consumption_records', place: 't.region_code', amount: 't.purchase_amount_fen' };
  const scope = (of: string) => sql`t.buyer_area = 'beijing' and t.product_scope = ${of} and ${during('t.month', a)}`;
  const worker = { from: 'employment_spells', place: 't.place_code', object: WORKER };
  const { begun, kept } = labourSql(a);
  return [
    cell('schools', a, { ...pair, where: inKind('school') }),
    cell('school-pairs', a, { ...pair, where: inKind('school') }),
    cell('hospitals', a, { ...pair, where: inKind('hospital') }),
    cell('hospital-pairs', a, { ...pair, where: inKind('hospital') }),
    cell('talents-in', a, { ...talent, where: sql`t.direction = 'from-beijing' and ${during('t.started_on', a)}` }),
    cell('talents-out', a, { ...talent, where: sql`t.direction = 'to-beijing' and ${during('t.started_on', a)}` }),
    cell('talent-times', a, { ...talent, where: during('t.started_on', a) }),
    cell('assisted', a, { ...sale, where: scope('assisted') }),
    cell('other', a, { ...sale, where: scope('other') }),
    cell('labour-new', a, { ...worker, where: begun }),
    cell('labour-kept', a, { ...worker, where: kept }),
  ];
}

export type Counted = { metric: MetricKey; code: number; objects: number; rows: number; fen: number };

/** Every number of every part of this width. */
export function countedSql(a: Cells) {
  const all = [...fundCells(a), ...firmCells(a), ...placeCells(a), ...peopleCells(a)];
  return sql<Counted>`select metric, place / ${a.size}::bigint * ${a.size}::bigint as code, count(distinct object)::int as objects, count(*)::int as rows,
      coalesce(sum(amount), 0)::bigint as fen
    from (${sql.join(all, sql` union all `)}) cells group by 1, 2 order by 2 limit ${METRIC_KEYS.length * 3000}`;
}
