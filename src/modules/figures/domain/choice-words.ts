// Choices of settings as they are read; a list of words or a number stands for itself.

const WORDS: Readonly<Record<string, string>> = {
  all: '各级全部',
  'central+region': '中央和自治区',
  issued: '已下达到旗县的',
  arranged: '已安排的',
  year: '按全年',
  day: '按时点当天',
  'year-end': '按上年末',
  out: '不计入',
  in: '计入',
  records: '台账记录',
  published: '已发布的数',
  calendar: '自然年',
  'oct-sep': '上年 10 月至当年 9 月',
  LIFT: '全部脱贫旗县',
  LN: '国家级脱贫旗县',
  inside: '包含在内',
  beside: '另外计算',
  none: '没有设定',
};

export function choiceWords(choice: string | null): string {
  return choice === null ? '没有设定' : (WORDS[choice] ?? choice);
}
