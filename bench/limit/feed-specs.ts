// The ten feeds (contract §3): where the person stands, which day and which number the rules need, and which cells send
// a row to the quarantine.

export type Check = { column: string; bad: string; reason: string; optional?: boolean };

export type FeedSpec = {
  id: string;
  name: string;
  village?: boolean;
  /** SQL of the day, NULL where it is none. */
  day?: string;
  /** SQL of the number that the rules use. */
  amount?: string;
  serial?: string;
  certificate?: boolean;
  checks: Check[];
};

const between = (column: string, low: number, high: number) =>
  `CASE WHEN read_number("${column}") BETWEEN ${low} AND ${high} THEN read_number("${column}") END`;

const notADay = (column: string): Check => ({ column, bad: 'day IS NULL', reason: 'bad-date' });
const notAmount = (column: string, reason: string): Check => ({ column, bad: 'amount IS NULL', reason });
const outside = (column: string, low: number, high: number): Check => ({
  column,
  bad: `${between(column, low, high)} IS NULL`,
  reason: 'bad-number',
});
const empty = (column: string): Check => ({ column, bad: `"${column}" IS NULL`, reason: 'missing' });
const filledNonsense = (column: string): Check => ({
  column,
  bad: `"${column}" IS NOT NULL AND read_fen("${column}") IS NULL`,
  reason: 'bad-amount',
  optional: true,
});

const VILLAGE: Check = {
  column: '嘎查村代码',
  bad: '"嘎查村代码" IS NOT NULL AND (village IS NULL OR village < 100000000000 OR village > 999999999999)',
  reason: 'bad-village',
  optional: true,
};

export const PERSON_FEEDS: Record<string, FeedSpec> = {
  'medical-settlement': {
    id: '证件号码',
    name: '姓名',
    village: true,
    day: 'read_day("结算日期")',
    amount: 'read_fen("合规自付")',
    serial: '结算流水号',
    checks: [
      empty('结算流水号'),
      VILLAGE,
      { column: '总费用', bad: 'read_fen("总费用") IS NULL', reason: 'bad-amount' },
      notAmount('合规自付', 'bad-amount'),
      notADay('结算日期'),
    ],
  },
  'medical-insurance': {
    id: '证件号码',
    name: '姓名',
    amount: between('参保年度', 1990, 2099),
    checks: [notAmount('参保年度', 'bad-number'), filledNonsense('缴费金额')],
  },
  'school-enrolment': {
    id: '证件号码',
    name: '姓名',
    amount: `TRY_CAST(regexp_extract(cell("学年"), '^(\\d{4})-\\d{4}$', 1) AS BIGINT)`,
    checks: [empty('学校'), outside('年级', 1, 9), notAmount('学年', 'bad-number')],
  },
  'disability-certificate': {
    id: '残疾人证号',
    name: '姓名',
    certificate: true,
    day: 'read_day("发证日期")',
    amount: between('残疾等级', 1, 4),
    checks: [outside('残疾类别', 1, 7), notAmount('残疾等级', 'bad-number'), notADay('发证日期')],
  },
  'housing-inspection': {
    id: '户主证件号码',
    name: '户主姓名',
    village: true,
    day: 'read_day("鉴定日期")',
    amount: `nullif(strpos('ABCD', nullif(upper(cell("鉴定等级")), '')), 0)`,
    checks: [VILLAGE, notAmount('鉴定等级', 'not-in-list'), notADay('鉴定日期')],
  },
  'employment-change': {
    id: '证件号码',
    name: '姓名',
    day: 'read_day("变动日期")',
    // 0 at work, 1 work lost: on the same day the lost work counts.
    amount: `CASE WHEN read_word("就业状态", ['在岗']) IS NOT NULL THEN 0 WHEN read_word("就业状态", ['失业', '返乡']) IS NOT NULL THEN 1 END`,
    checks: [notAmount('就业状态', 'not-in-list'), notADay('变动日期')],
  },
  'dibao-roster': {
    id: '证件号码',
    name: '姓名',
    day: `coalesce(TRY_CAST("名册月份" || '-01' AS DATE), TRY_CAST(try_strptime(cell(CASE WHEN TRY_CAST("名册月份" || '-01' AS DATE) IS NULL THEN "名册月份" END), ['%Y-%m', '%Y/%m', '%Y%m', '%Y年%m月']) AS DATE))`,
    checks: [{ column: '名册月份', bad: 'day IS NULL', reason: 'bad-month' }, filledNonsense('月保障金额')],
  },
  'death-register': { id: '证件号码', name: '姓名', day: 'read_day("死亡日期")', checks: [notADay('死亡日期')] },
};

/** Feeds about whole villages: no person to find. */
export const VILLAGE_FEEDS: Record<string, { columns: string; checks: Check[] }> = {
  'water-outage': {
    columns: 'read_day("开始日期") AS day, read_day("结束日期") AS last_day, NULL::BIGINT AS amount',
    checks: [
      { column: '嘎查村代码', bad: 'village IS NULL', reason: 'bad-village' },
      notADay('开始日期'),
      { column: '结束日期', bad: '"结束日期" IS NOT NULL AND last_day IS NULL', reason: 'bad-date', optional: true },
    ],
  },
  'disaster-report': {
    columns: `read_day("发生日期") AS day, NULL::DATE AS last_day, ${between('严重程度', 1, 4)} AS amount`,
    checks: [
      { column: '嘎查村代码', bad: 'village IS NULL', reason: 'bad-village' },
      empty('灾种'),
      notADay('发生日期'),
      notAmount('严重程度', 'bad-number'),
    ],
  },
};
