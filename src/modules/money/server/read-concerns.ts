// What stands out on the way of the money. A concern goes when the data say so, or is quiet for a while under a written reason.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { countyOf } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { namesOf, ownRegion } from '../../regions/server/index.ts';
import { CONCERNS, type Concern } from '../domain/contract.ts';
import { paidShare } from '../domain/flow.ts';
import { colourOf, type SettingKey, shareAsked } from '../domain/settings.ts';
import '../domain/problems.ts';
import { type MoneyAsked, spendingSql } from './issued.ts';
import { ALLOWED, readSplit, readWaited } from './read-deadlines.ts';
import { moneyByRegion } from './read-flow.ts';
import { settingsFor } from './settings.ts';

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

type Waiting = { subject: string; title: string; regionCode: number; amountFen: number; days: number };

/** Twice the days is red. */
function overdue(concern: Concern, key: SettingKey | undefined, of: Of) {
  return ({ days, ...rest }: Waiting): ConcernLine[] => {
    const allowed = key === undefined ? 0 : of(rest.regionCode)(key);
    if (days <= allowed) return [];
    return [{ concern, ...rest, by: days - allowed, colour: days > 2 * allowed ? 'red' : 'yellow' }];
  };
}

async function unallocated(tx: Tx, asked: ConcernsAsked, of: Of): Promise<ConcernLine[]> {
  const rows = await tx.rows(sql<Waiting>`
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
  return rows.flatMap(overdue('unallocated', 'days.unallocated', of));
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
  const { of } = await settingsFor(tx, asked.asOf);
  return [
    ...(await behindCurve(tx, asked, of)),
    ...(await unallocated(tx, asked, of)),
    ...(await aboutProjects(tx, asked, of)),
    ...(await deadlines(tx, asked, of)),
    ...(await splits(tx, asked, of)),
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
