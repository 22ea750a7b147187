// Settings of figures (data contract §8): values by region and day, numbers or words; a figure takes those of the area it is asked for.

export type SettingDefinition = {
  label: string;
  /** Undefined: without a value the figure says nothing. */
  fallback: string | undefined;
  /** Words it may be; `list`: any of them, divided by 、; a number otherwise. */
  words?: readonly string[];
  list?: true;
};

export const SETTINGS = {
  'issued.sources': { label: '下达到县的资金来源', fallback: 'all', words: ['all', 'central+region'] },
  'spent.base': { label: '支出进度的分母', fallback: 'issued', words: ['issued', 'arranged'] },
  'growth.base': { label: '资金同比的基数', fallback: 'year', words: ['year', 'day'] },
  'monitored.cleared': { label: '已消除风险的监测对象', fallback: 'out', words: ['out', 'in'] },
  'dibao.tekun': { label: '低保含特困', fallback: 'out', words: ['out', 'in'] },
  'income.base': { label: '收入同比的基数', fallback: 'records', words: ['records', 'published'] },
  'income.window': { label: '收入年度', fallback: 'calendar', words: ['calendar', 'oct-sep'] },
  'special.counties': { label: '农牧业专项资金的旗县', fallback: 'LIFT', words: ['LIFT', 'LN'] },
  'industry.classes': {
    label: '算作产业的项目类别',
    fallback: '产业发展',
    list: true,
    words: [
      '产业发展',
      '就业项目',
      '乡村建设行动',
      '易地搬迁后扶',
      '巩固三保障成果',
      '乡村治理和精神文明',
      '项目管理费',
      '其他',
    ],
  },
  'leading.titles': {
    label: '算作龙头企业的称号',
    fallback: '扶贫龙头企业',
    list: true,
    words: ['农牧业产业化龙头企业', '扶贫龙头企业', '示范合作社', '示范家庭农牧场'],
  },
  'workshops.aided': { label: '京蒙援建车间', fallback: 'inside', words: ['inside', 'beside'] },
  'labour.able': {
    label: '有劳动能力',
    fallback: '普通劳动力、技能劳动力',
    list: true,
    words: ['普通劳动力', '技能劳动力', '弱劳动力或半劳动力', '丧失劳动力', '无劳动力'],
  },
  'employment.confirm': { label: '务工确认有效天数', fallback: '62' },
  'employment.mode': { label: '务工人数口径', fallback: 'day', words: ['day', 'year'] },
  'garbage.day': { label: '生活垃圾处置体系的时点', fallback: 'day', words: ['day', 'year-end'] },
  'relapse.mass': { label: '规模性返贫界线（占脱贫和监测户的比例）', fallback: undefined },
} as const satisfies Record<string, SettingDefinition>;

export type SettingName = keyof typeof SETTINGS;

/** The monitoring line belongs to screenings, which keep it; figures ask for it too. */
export const INCOME_LINE = 'income.line';

/** Values in force for an area on a day. */
export type SettingValues = Readonly<Partial<Record<SettingName | typeof INCOME_LINE, string>>>;

export function isSetting(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

const NUMBER = /^\d{1,6}(?:\.\d{1,6})?$/;

/** Values of a list setting. */
export function wordsOf(value: string | undefined): string[] {
  return (value ?? '')
    .split(/[、;；|]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

/** What a setting may be, in words, where the value is not one of them; undefined when it is fine. */
export function refuseSetting(name: SettingName, value: string): string | undefined {
  const { words, list }: SettingDefinition = SETTINGS[name];
  if (!words) return NUMBER.test(value) ? undefined : '不小于 0 的数';
  const given = list ? wordsOf(value) : [value];
  const isFine = given.length > 0 && given.every((word) => words.includes(word));
  return isFine ? undefined : `${words.join('、')}${list ? '（可写几个，用、分开）' : '中的一个'}`;
}
