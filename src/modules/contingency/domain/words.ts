// Words that plans, their triggers and what is activated by them share.

export const RESPONSE_LEVELS = { first: '一级', second: '二级', third: '三级', fourth: '四级' } as const;
export type ResponseLevel = keyof typeof RESPONSE_LEVELS;

/** What a plan listens to. Where each comes from stands in `server/signals.ts`. */
export const SIGNALS = {
  'disaster-severity': '灾情程度（1 轻 … 4 特重）',
  'new-warnings': '一个苏木乡镇窗口期内新增预警户数',
  'returned-workers': '窗口期内离岗返乡人数',
  'jobs-drop': '在岗人数比窗口期前下降（%）',
  'price-drop': '产品价格低于前三个月平均（%）',
  'site-unemployed': '安置点无人就业户占有劳动力户（%）',
} as const;
export type Signal = keyof typeof SIGNALS;

export const VISIT_RESULTS = {
  safe: '安全、无损失',
  loss: '有损失、能自救',
  helped: '已先行救助',
  'to-monitor': '已救助、需要按监测程序识别',
  away: '人不在当地、电话核实',
} as const;
export type VisitResult = keyof typeof VISIT_RESULTS;
