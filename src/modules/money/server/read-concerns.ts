// What stands out on the way of the money. A concern goes when the data say so, or is quiet for a while under a written reason.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { countyOf } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { namesOf, ownRegion } from '../../regions/server/index.ts';
import { CONCERNS, type Concern } from '../domain/concerns.ts';
import { paidShare } from '../domain/flow.ts';
import { colourOf, type SettingKey, shareAsked } from '../domain/settings.ts';
import '../domain/problems.ts';
import { issuedSql, type MoneyAsked, spendingSql } from './issued.ts';
import { ALLOWED, readSplit, readWaited } from './read-deadlines.ts';
import { moneyByRegion } from './read-flow.ts';
import { moneySettings } from './settings.ts';

type ConcernLine = {
  concern: Concern;
  subject: string;
  title: string;
  regionCode: number;
  amountFen?: number;
  by: number;
  colour: 'yellow' | 'red';
};

type Of = (code: number) => (key: SettingKey) => number;
type ConcernsAsked = MoneyAsked & { today: PlainDate };

const MOST_LINES = 2000;
const COUNTY = 1_000_000;

async function behindCurve(tx: Tx, asked: ConcernsAsked, of: Of): Promise<ConcernLine[]> {
  const regions = await moneyByRegion(tx, asked);
  return regions.flatMap((money): ConcernLine[] => {
    const isCounty = money.code % COUNTY === 0 && money.code % 1e8 !== 0;
    const paid = isCounty ? paidShare({ paidFen: money.paidFen, toCountyFen: money.receivedFen }) : undefined;
    const share = shareAsked(asked.year, asked.today, of(money.code));
    const colour = colourOf(paid, share, of(money.code));
    if (!colour || paid === undefined || share === undefined) return [];
    return [
      {
        ...{ concern: 'behind-curve', subject: String(money.code), title: '支出进度', regionCode: money.code },
        ...{ amountFen: money.receivedFen - money.paidFen, by: share - paid, colour },
      },
    ];
  });
}

export type Waiting = { subject: string; title: string; regionCode: number; amountFen: number; days: number };

/** Twice the days is red. */
function overdue(concern: Concern, key: SettingKey | undefined, of: Of) {
  return ({ days, ...rest }: Waiting): ConcernLine[] => {
    const allowed = key === undefined ? 0 : of(rest.regionCode)(key);
    if (days <= allowed) return [];
    return [{ concern, ...rest, by: days - allowed, colour: days > 2 * allowed ? 'red' : 'yellow' }];
  };
}

/** Issuances to counties that are not wholly allocated, the longest wait first. */
export async function unallocatedMoney(tx: Tx, asked: MoneyAsked): Promise<Waiting[]> {
  return tx.rows(sql<Waiting>`
    with ${spendingSql(asked)},
    left_over as (
      select i.number, i.document_no, i.receiver_code, coalesce(i.received_on, i.issued_on) as on_day,
        i.amount_fen + coalesce((select sum(t.amount_fen) from issued t where t.taken_back_number = i.number), 0)
          - coalesce((select sum(a.amount_fen) from fund_allocations a
            where a.issuance_number = i.number and not a.voided and a.allocated_on <= ${asked.asOf}::date), 0) as fen
      from issued i where i.amount_fen > 0 and i.receiver_code % ${COUNTY} = 0 and i.receiver_code % 100000000 <> 0)
    select number as subject, document_no as title, receiver_code as region_code, fen::bigint as amount_fen,
      (${asked.asOf}::date - on_day)::int as days
    from left_over where fen > 0 order by days desc, number limit ${MOST_LINES}`);
}

/** What leagues have of issuances they got and not given on, the longest wait first: what came first is taken to have gone on first. */
export async function heldMoney(tx: Tx, asked: MoneyAsked): Promise<Waiting[]> {
  return tx.rows(sql<Waiting>`
    with issued as materialized (${issuedSql(asked)}),
    given as (select giver_code, source_level, sum(amount_fen) as fen from issued group by 1, 2),
    got as (
      select i.number, i.document_no, i.receiver_code, i.amount_fen, coalesce(i.received_on, i.issued_on) as on_day,
        sum(i.amount_fen) over (partition by i.receiver_code, i.source_level order by coalesce(i.received_on, i.issued_on), i.number)
          - coalesce(g.fen, 0) as fen
      from issued i left join given g on g.giver_code = i.receiver_code and g.source_level = i.source_level
      where i.receiver_code % 100000000 = 0 and i.receiver_code % 10000000000 <> 0)
    select number as subject, document_no as title, receiver_code as region_code, least(fen, amount_fen)::bigint as amount_fen,
      (${asked.asOf}::date - on_day)::int as days
    from got where fen > 0 and amount_fen > 0 order by days desc, number limit ${MOST_LINES}`);
}

type Shares = { regionCode: number; industryFen: number; allFen: number };

/** Counties whose projects of industry get less of what was allocated than is asked for. */
async function industryShare(tx: Tx, asked: ConcernsAsked, of: Of): Promise<ConcernLine[]> {
  const rows = await tx.rows(sql<Shares>`
    with ${spendingSql(asked)}
    select a.receiver_code as region_code, coalesce(sum(a.amount_fen) filter (where p.project_kind = 'industry'), 0)::bigint as industry_fen,
      sum(a.amount_fen)::bigint as all_fen
    from allocated a join projects p on p.number = a.project_number and not p.voided
    group by 1 having sum(a.amount_fen) > 0 order by 1 limit ${MOST_LINES}`);
  return rows.flatMap(({ regionCode, industryFen, allFen }): ConcernLine[] => {
    const by = of(regionCode)('share.industry') - Math.floor((industryFen * 10_000) / allFen);
    if (by <= 0) return [];
    const line = { concern: 'industry-share', subject: String(regionCode), title: '产业占比', regionCode } as const;
    return [{ ...line, amountFen: allFen - industryFen, by, colour: 'yellow' }];
  });
}

async function aboutProjects(tx: Tx, asked: ConcernsAsked, of: Of): Promise<ConcernLine[]> {
  const rows = await tx.rows(sql<Waiting & { concern: Concern }>`
    with ${spendingSql(asked)},
    a as (select project_number, sum(amount_fen) as fen from allocated group by 1 having sum(amount_fen) > 0),
    b as (select project_number, sum(amount_fen) as fen, min(paid_on) as on_day from paid where amount_fen > 0 group by 1),
    works as (
      select p.number, p.project_name, p.region_code, least(p.started_on, p.finished_on, p.accepted_on) as began, a.fen as allocated, b.fen as paid, b.on_day
      from a join projects p on p.number = a.project_number and not p.voided left join b on b.project_number = a.project_number
      where p.removed_on is null or p.removed_on > ${asked.asOf}::date)
    select 'started-unpaid' as concern, number as subject, project_name as title, region_code, allocated::bigint as amount_fen,
      (${asked.asOf}::date - began)::int as days
    from works where began <= ${asked.asOf}::date and coalesce(paid, 0) = 0
    union all
    select 'paid-not-started', number, project_name, region_code, paid::bigint, (coalesce(least(began, ${asked.asOf}::date), ${asked.asOf}::date) - on_day)::int
    from works where paid > 0 and (began is null or began > on_day)
    order by days desc, subject limit ${MOST_LINES}`);
  return rows.flatMap(({ concern, ...rest }) =>
    overdue(concern, concern === 'started-unpaid' ? 'days.unpaid' : undefined, of)(rest),
  );
}

async function deadlines(tx: Tx, asked: ConcernsAsked, of: Of): Promise<ConcernLine[]> {
  const rows = await readWaited(tx, asked);
  return rows.flatMap(({ concern, ...rest }) => overdue(concern, ALLOWED[concern], of)(rest));
}

async function splits(tx: Tx, asked: ConcernsAsked, of: Of): Promise<ConcernLine[]> {
  const rows = await readSplit(tx, asked, (code) => of(code)('amount.tender'));
  return rows.map(({ pieces, ...rest }) => ({ concern: 'split', ...rest, by: pieces, colour: 'yellow' }));
}

async function findConcerns(tx: Tx, asked: ConcernsAsked): Promise<ConcernLine[]> {
  const of = await moneySettings.inForce(tx, asked.asOf);
  return [
    ...(await behindCurve(tx, asked, of)),
    ...(await heldMoney(tx, asked)).flatMap(overdue('not-passed-on', 'days.not-passed-on', of)),
    ...(await unallocatedMoney(tx, asked)).flatMap(overdue('unallocated', 'days.unallocated', of)),
    ...(await aboutProjects(tx, asked, of)),
    ...(await deadlines(tx, asked, of)),
    ...(await splits(tx, asked, of)),
    ...(await industryShare(tx, asked, of)),
  ];
}

type Reason = { concern: Concern; subject: string; text: string; until: string; by: string; at: string };

/** The newest reason of each that still holds. */
function reasonsFor(tx: Tx, { range, asOf }: MoneyAsked): Promise<Reason[]> {
  return tx.rows(sql<Reason>`
    select distinct on (concern, subject) concern, subject, reason as text, holds_until::text as until, account_name as by, at::text as at
    from money_reasons where place_code between ${range.low} and ${range.high} and holds_until >= ${asOf}::date
    order by concern, subject, id desc limit ${MOST_LINES}`);
}

const SHOWN = 200;

/** The worst first; those with a reason after those without. */
export async function readConcerns(tx: Tx, asked: ConcernsAsked, only: Concern | undefined) {
  const lines = await findConcerns(tx, asked);
  const reasons = new Map((await reasonsFor(tx, asked)).map((one) => [`${one.concern} ${one.subject}`, one]));
  const withReasons = lines.map((line) => {
    const found = reasons.get(`${line.concern} ${line.subject}`);
    return {
      ...line,
      ...(found ? { reason: { text: found.text, until: found.until, by: found.by, at: found.at } } : {}),
    };
  });
  const counts = Object.fromEntries(
    CONCERNS.map((concern) => [concern, withReasons.filter((line) => line.concern === concern && !line.reason).length]),
  ) as Record<Concern, number>;
  const rank = (line: (typeof withReasons)[number]) => (line.reason ? 2 : line.colour === 'red' ? 0 : 1);
  const shown = withReasons
    .filter(({ concern }) => only === undefined || concern === only)
    .sort((a, b) => rank(a) - rank(b) || b.by - a.by || (a.subject < b.subject ? -1 : 1))
    .slice(0, SHOWN);
  const names = await namesOf(tx, [...new Set(shown.map(({ regionCode }) => regionCode))]);
  return { counts, rows: shown.map((line) => ({ ...line, regionName: names.get(line.regionCode) ?? '' })) };
}

type ExplainInput = { concern: Concern; subject: string; regionCode: number; reason: string; until: string };

/** Throws `money.concern-not-found` where there is no such concern in the actor's area, or it is explained already. */
export async function explainConcern(
  tx: Tx,
  input: ExplainInput,
  asked: ConcernsAsked,
): Promise<Outcome<Record<string, never>>> {
  const { concern, subject, reason, until } = input;
  const { code } = await ownRegion(tx, input.regionCode);
  const { rows } = await readConcerns(tx, asked, concern);
  const line = rows.find((one) => one.subject === subject && countyOf(one.regionCode) === countyOf(code));
  if (!line || line.reason) throw new Problem('money.concern-not-found');
  await tx.run(sql`
    insert into money_reasons (place_code, concern, subject, reason, holds_until, account_name)
    values (${line.regionCode}, ${concern}, ${subject}, ${reason}, ${until}, ${tx.actor.name})`);
  const audit = {
    ...{ operation: 'money.explain', subjectKind: 'money-concern', subjectId: `${concern} ${subject}` },
    ...{ regionCode: line.regionCode, after: { reason, until, on: formatDate(asked.today) } },
  };
  return { result: {}, audit };
}
