// Key counties, cooperation with Beijing, pairings (lines 6, 7, 29, 38 to 43, 52).

import { type FigureDefinition, figure } from '../figure.ts';

const TITLES = ['county-designations'] as const;
const PAIRED = ['pairings', 'county-designations'] as const;

/** Distinct over pairings in force. */
const pairs = (
  id: string,
  name: string,
  unit: string,
  lines: number[],
  text: string,
  told: Partial<FigureDefinition> = {},
): FigureDefinition => figure(id, name, unit, { date: 'S', rollUp: 'distinct', reads: PAIRED, lines, text, ...told });

const lastYear = (
  what: string,
  name: string,
  unit: string,
  told: Partial<FigureDefinition> & Pick<FigureDefinition, 'reads' | 'text'>,
) =>
  figure(`jingmeng.last_year.${what}`, name, unit, {
    aliases: [`jingmeng.2021.${what}`],
    date: 'P',
    rollUp: 'sum',
    lines: [38],
    ...told,
  });

export const pairingFigures: readonly FigureDefinition[] = [
  pairs('keycounty.national', '国家级乡村振兴重点帮扶县', '个', [6], '时点上的国家乡村振兴重点帮扶旗县数。', {
    reads: TITLES,
  }),
  pairs('keycounty.region', '自治区级重点帮扶县', '个', [6], '时点上的自治区乡村振兴重点帮扶旗县数。', {
    reads: TITLES,
  }),
  pairs(
    'keycounty.count',
    '国家和自治区重点帮扶旗县合计',
    '个',
    [6, 29, 52],
    '时点上的国家和自治区重点帮扶旗县数，一个旗县计一次。',
    {
      reads: TITLES,
    },
  ),
  figure('policy.keycounty', '倾斜支持政策', '项', {
    date: 'S',
    rollUp: 'top',
    lowest: 'county',
    reads: ['policy-clauses', 'policies', 'county-designations'],
    lines: [6],
    text: '“重点旗县倾斜政策”中时点上有效的条款数；对一个重点旗县，为适用于它的条款数。',
  }),
  pairs(
    'pairing.soe',
    '结对包联的中直和自治区国有企业',
    '家',
    [6, 52],
    '结对包联时点上的重点帮扶旗县的国有企业数，一家包联几个旗县的计一次。',
  ),
  pairs('pairing.soe.counties', '国有企业包联的重点帮扶县', '个', [6, 52], '有国有企业包联的重点帮扶旗县数。'),
  figure('specialists', '科技特派员', '名', {
    date: 'S',
    rollUp: 'distinct',
    reads: ['specialist-postings', 'county-designations'],
    lines: [6],
    text: '时点上选派到重点帮扶旗县的科技特派员人数，派到几个旗县的计一次。',
  }),
  figure('jingmeng.fund', '北京市协作资金到位', '亿元', {
    date: 'F',
    rollUp: 'sum',
    digits: 2,
    reads: ['cooperation-funds'],
    lines: [7],
    text: '当年京蒙协作资金截至时点到位的金额合计。',
  }),
  figure('jingmeng.fund.planned', '北京市计划投入协作资金', '亿元', {
    date: 'F',
    rollUp: 'sum',
    digits: 2,
    reads: ['cooperation-funds'],
    lines: [7],
    text: '当年京蒙协作资金的计划金额合计。',
  }),
  figure('jingmeng.fund.paid_rate', '协作资金到位率(全部到位)', '%', {
    date: 'F',
    rollUp: 'ratio',
    digits: 1,
    down: true,
    reads: ['cooperation-funds'],
    lines: [7],
    text: '当年协作资金到位金额占计划金额的比例。',
  }),
  figure('jingmeng.enterprises', '北京企业', '家', {
    date: 'Y',
    rollUp: 'distinct',
    reads: ['cooperation-investments'],
    lines: [7],
    text: '当年到位投资合计大于 0 的北京企业数。',
  }),
  figure('jingmeng.enterprises.new', '其中今年新引进', '家', {
    date: 'Y',
    rollUp: 'distinct',
    reads: ['cooperation-investments', 'cooperation-enterprises'],
    lines: [7],
    text: '上述企业中，当年在所投旗县落地的。',
  }),
  figure('jingmeng.investment', '新增投资', '亿元', {
    date: 'Y',
    rollUp: 'sum',
    digits: 2,
    reads: ['cooperation-investments'],
    lines: [7],
    text: '北京企业当年到位的投资金额合计；只有协议没有到位的不计。',
  }),
  figure('jingmeng.parks', '共建产业园区', '个', {
    date: 'S',
    rollUp: 'sum',
    reads: ['parks'],
    lines: [7],
    text: '时点上已挂牌、没有退出的共建产业园区数。',
  }),
  figure('jingmeng.parks.new', '今年新增园区', '个', {
    date: 'Y',
    rollUp: 'sum',
    reads: ['parks'],
    lines: [7],
    text: '当年挂牌的共建产业园区数，挂牌后又退出的也计。',
  }),
  figure('jingmeng.workshops', '援建帮扶车间全部开工', '个', {
    date: 'S',
    rollUp: 'sum',
    lowest: 'village',
    reads: ['workshops'],
    lines: [7],
    text: '时点上开办的帮扶车间中京蒙援建的。',
  }),
  figure('jingmeng.workshops.running_rate', '援建帮扶车间开工率(全部开工)', '%', {
    date: 'S',
    rollUp: 'ratio',
    lowest: 'village',
    digits: 1,
    down: true,
    reads: ['workshops', 'workshop-months'],
    lines: [7],
    text: '京蒙援建车间中，时点当月或上月的最近一期月报为开工的占比。',
  }),
  pairs('central_units', '中央定点帮扶单位', '家', [7], '时点上定点帮扶的中央单位数。'),
  pairs('central_units.counties', '定点帮扶的脱贫旗县', '个', [7], '中央单位定点帮扶的国家级脱贫旗县数。'),
  pairs(
    'wanqi.enterprises',
    '万企兴万村民营企业',
    '家',
    [7],
    '时点上“万企兴万村”结对的民营企业数，与村和与旗县结对的都计。',
    {
      lowest: 'township',
    },
  ),
  pairs('wanqi.villages', '结对嘎查村', '个', [7], '时点上“万企兴万村”结对的嘎查村数。', {
    rollUp: 'sum',
    lowest: 'village',
  }),
  pairs(
    'wanqi.keycounty_enterprises',
    '结对重点帮扶旗县的民营企业',
    '家',
    [7],
    '时点上“万企帮重点旗县”结对国家重点帮扶旗县的民营企业数。',
  ),
  pairs(
    'wanqi.keycounties',
    '民营企业结对的国家重点帮扶旗县(推算)',
    '个',
    [7],
    '至少有一家这样的民营企业的国家重点帮扶旗县数。',
  ),
  pairs(
    'wanqi.per_keycounty.min',
    '每个重点帮扶旗县民营企业',
    '家',
    [52],
    '各重点帮扶旗县结对的民营企业数中最少的；没有结对的旗县为 0。',
    {
      rollUp: 'least',
      op: '≥',
      form: 'least',
    },
  ),
  pairs('leader.count', '省级领导一对一联系', '名', [52], '时点上联系旗县的省级领导人数。'),
  pairs('leader.counties', '省级领导联系的旗县(推算)', '个', [52], '有省级领导联系的旗县数。'),
  pairs('leader.counties.national', '联系国家级脱贫旗县', '个', [52], '省级领导联系的旗县中的国家级脱贫旗县数。'),
  pairs('leader.counties.region', '联系自治区级脱贫旗县', '个', [52], '省级领导联系的旗县中的自治区级脱贫旗县数。'),
  pairs('village_pairing.units', '抽选干部的单位', '个', [52], '包联嘎查村的干部所在的单位数。', {
    lowest: 'township',
  }),
  pairs('village_pairing.cadres', '包联帮扶干部', '名', [52], '包联嘎查村的干部人数，包联几个村的计一次。', {
    lowest: 'township',
  }),
  pairs('village_pairing.villages', '包联嘎查村', '个', [52], '单位包联的嘎查村数。', {
    rollUp: 'sum',
    lowest: 'township',
  }),
  pairs('village_pairing.townships', '分布乡镇', '个', [52], '包联嘎查村所在的苏木乡镇数。', {
    rollUp: 'sum',
    lowest: 'township',
  }),
  pairs('village_pairing.counties', '分布重点帮扶旗县', '个', [52], '包联嘎查村所在的重点帮扶旗县数。', {
    lowest: 'township',
  }),
  lastYear('enterprises', '引进北京市企业落地', '家', {
    rollUp: 'distinct',
    reads: ['cooperation-enterprises'],
    text: '上年落地的北京企业数。',
  }),
  lastYear('parks', '共建产业园区', '个', { date: 'S-', reads: ['parks'], text: '上年末的共建产业园区数。' }),
  lastYear('projects', '实施协作项目', '个', {
    reads: ['projects'],
    text: '所属专项含京蒙协作、计划年度为上年、没有出库、上年末已开工的项目数。',
  }),
  lastYear('consumption', '全年消费帮扶金额', '亿元', {
    op: '≥',
    digits: -2,
    reads: ['consumption-records'],
    text: '上年北京市采购的消费帮扶金额合计。',
  }),
  lastYear('labour', '农牧民转移劳动力就业', '万人', {
    digits: 1,
    lowest: 'village',
    reads: ['employment-spells'],
    text: '上年由京蒙协作组织、开始务工的人数，一人计一次，登记库以外的人也计。',
  }),
  lastYear('labour.lifted', '其中脱贫人口', '万人', {
    digits: 1,
    lowest: 'village',
    reads: ['employment-spells', 'household-statuses', 'households'],
    text: '上述人员中，开始务工当日所在户为脱贫户的。',
  }),
  lastYear('schools', '结对学校', '所', {
    date: 'S-',
    reads: ['institution-pairs', 'county-designations'],
    text: '上年末有北京学校结对的脱贫旗县学校数。',
  }),
  lastYear('hospitals', '结对医院', '家', {
    date: 'S-',
    reads: ['institution-pairs', 'county-designations'],
    text: '上年末有北京医院结对的脱贫旗县医院数。',
  }),
  figure('jingmeng.demo_villages', '京蒙“百村示范”', '个', {
    date: 'L',
    rollUp: 'sum',
    lowest: 'village',
    reads: ['demo-villages'],
    lines: [41],
    text: '计划年度为当年、截至时点已批准的示范嘎查村数。',
  }),
];
