// A year of points of 2,000 households, with households that split and merge in between, and what an independent ledger makes of it:
// every household's entries are walked day by day, in memory.

import { type RawBuilder, sql } from 'kysely';

const HOUSEHOLDS = 2000;
const ENTRIES = 30;
const SPLITS = 60;
const MERGES = 25;
const [SPLIT_AT, MERGE_AT] = [14, 26];
const FIRST = Date.UTC(2021, 5, 1);

type Line = {
  number: string;
  village: number;
  on: string;
  kind: 'earned' | 'deduction' | 'spent';
  points: number;
  rule: string;
};
type Household = { number: string; village: number; endedOn?: string };

const isoOf = (day: number) => new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10);
const KINDS = { earned: '得分', deduction: '扣分', spent: '兑换' } as const;

export function yearOfEntries(villages: readonly number[]) {
  let seed = 17;
  const next = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  const balances = new Map<string, number>();
  const households: Household[] = [];
  const splits: { from: number; to: number; on: string; merged?: string }[] = [];
  const lines: Line[] = [];
  const write = ({ number, village }: Household, on: string, kind: Line['kind'], points: number, rule = '1') => {
    lines.push({ number, village, on, kind, points, rule });
    balances.set(number, (balances.get(number) ?? 0) + (kind === 'earned' ? points : -points));
  };
  const make = (village: number) => {
    const made: Household = { number: `年${String(households.length + 1).padStart(4, '0')}`, village };
    households.push(made);
    balances.set(made.number, 0);
    return made;
  };
  /** One entry in the twelve days of its turn. */
  const turn = (household: Household, at: number) => {
    const on = isoOf(at * 12 + next(12));
    const has = balances.get(household.number) ?? 0;
    const draw = next(10);
    if (has > 0 && draw < 3) write(household, on, 'spent', 1 + next(has), '');
    else if (has > 0 && draw === 3) write(household, on, 'deduction', 1 + next(Math.min(has, 5)));
    else write(household, on, 'earned', 1 + next(30));
    return on;
  };
  const carry = (from: Household, to: Household, on: string, points: number) => {
    if (points === 0) return;
    write(from, on, 'spent', points, 'HZ');
    write(to, on, 'earned', points, 'HZ');
  };

  for (let i = 0; i < HOUSEHOLDS; i++) make(villages[i % villages.length] ?? 0);
  const firsts = [...households];
  for (const [i, household] of firsts.entries()) {
    let son: Household | undefined;
    for (let at = 0; at < ENTRIES; at++) {
      const on = isoOf(at * 12);
      if (i < SPLITS && at === SPLIT_AT) {
        son = make(household.village);
        carry(household, son, on, Math.floor((balances.get(household.number) ?? 0) / 2));
        splits.push({ from: i, to: households.length - 1, on });
      } else if (son && i < MERGES && at === MERGE_AT) {
        carry(son, household, on, balances.get(son.number) ?? 0);
        son.endedOn = on;
        Object.assign(splits.at(-1) ?? {}, { merged: on });
        son = undefined;
      } else {
        turn(household, at);
        if (son) turn(son, at);
      }
    }
  }
  // On the last day some ask for one more than they have.
  const greedy = firsts.filter((_, i) => i % 100 === 7);
  const refused = greedy.map(({ number, village }) => ({
    ...{ number, village, on: '2022-06-10', kind: 'spent' as const, rule: '' },
    points: (balances.get(number) ?? 0) + 1,
  }));

  const entries = [...lines, ...refused].map(({ number, village, on, kind, points, rule }, i) =>
    [
      `年-${i}`,
      number,
      village,
      KINDS[kind],
      rule,
      on,
      points,
      kind === 'spent' ? '肥皂' : '',
      '村委会',
      '监委会',
    ].join(','),
  );
  const rules = villages.flatMap((village) =>
    ['1', 'HZ'].map((number) => [village, number, '环境', '清理房前屋后', 5, '2021-01-01'].join(',')),
  );
  const schemes = villages.map((village) =>
    [
      village,
      1,
      '本嘎查村制定',
      '2021-01-05',
      '年末清零',
      '2021-01-10',
      '会〔2021〕1号',
      40,
      '2021-01-15',
      '2021-01-20',
    ].join(','),
  );

  return {
    balances: new Map(
      [...balances].filter(([number]) => households.find((one) => one.number === number)?.endedOn === undefined),
    ),
    count: lines.length,
    refused: refused.length,
    files: {
      'point-rules': ['嘎查村代码,规则编号,积分类别,行为,分值,生效日期', ...rules].join('\n'),
      'point-schemes': [
        '嘎查村代码,版本,细则来源,起草日期,清零规则,会议通过日期,会议纪要编号,到会户代表,备案日期,施行日期',
        ...schemes,
      ].join('\n'),
      'point-entries': [
        '记录编号,户编号,嘎查村代码,记录类型,规则编号,发生日期,分值,兑换物品,记录人,复核人',
        ...entries,
      ].join('\n'),
    },
    /** The households themselves, and their events. */
    households(): RawBuilder<unknown>[] {
      const rows = JSON.stringify(
        households.map(({ number, village, endedOn }, i) => ({ id: 9_000_001 + i, number, village, ended: endedOn })),
      );
      const events = JSON.stringify(
        splits.flatMap(({ from, to, on, merged }) => [
          { household: 9_000_001 + from, other: 9_000_001 + to, kind: 'split', on },
          ...(merged ? [{ household: 9_000_001 + from, other: 9_000_001 + to, kind: 'merge', on: merged }] : []),
        ]),
      );
      return [
        sql`insert into households (county_code, line, id, village_code, batch_id, kind, number, valid_to)
          select r.village / 1000000, r.id, r.id, r.village, 1, 'general', r.number, r.ended::date
          from jsonb_to_recordset(${rows}::jsonb) r (id int, number text, village bigint, ended text)`,
        sql`insert into household_events (county_code, household_id, village_code, kind, on_date, detail, account_name, settled)
          select ${Math.floor((villages[0] ?? 0) / 1e6)}, e.household, ${villages[0] ?? 0}::bigint, e.kind, e."on"::date,
            jsonb_build_object('otherHouseholdId', e.other), '账本', true
          from jsonb_to_recordset(${events}::jsonb) e (household int, other int, kind text, "on" text)`,
      ];
    },
    /** By household of a village, what lapses of what there was on the day. */
    lapsing(village: number, until: string): Map<string, number> {
      const left = new Map<string, number>();
      for (const { number, village: own, on, kind, points } of lines) {
        if (own !== village) continue;
        const had = left.get(number) ?? 0;
        if (on <= until) left.set(number, had + (kind === 'earned' ? points : -points));
      }
      for (const { number, village: own, on, kind, points } of lines)
        if (own === village && on > until && kind !== 'earned')
          left.set(number, Math.max(0, (left.get(number) ?? 0) - points));
      const living = new Set(households.filter(({ endedOn }) => endedOn === undefined).map(({ number }) => number));
      return new Map([...left].filter(([number, points]) => points > 0 && living.has(number)));
    },
  };
}
