// Words that plans, their triggers and what is activated by them share.

export const RESPONSE_LEVELS = { first: '一级', second: '二级', third: '三级', fourth: '四级' } as const;
export type ResponseLevel = keyof typeof RESPONSE_LEVELS;

/** What a plan listens to. Where each comes from stands in `server/signals.ts`. */
export const SIGNALS = {
  'disaster-severity': '灾情程度（1 轻 … 4 特重）',
  'new-warnings': '一个苏木乡镇新增预警户数',
  'returned-workers': '旗县离岗返乡人数',
  'jobs-drop': '旗县在岗人数下降（%）',
  'price-drop': '产品均价低于前三个月（%）',
  'site-unemployed': '安置点零就业户占有劳动力户（%）',
} as const;
export type Signal = keyof typeof SIGNALS;

export const VISIT_WAYS = { 'in-person': '入户', offline: '离线入户（事后上传）', phone: '电话' } as const;
export type VisitWay = keyof typeof VISIT_WAYS;

export const VISIT_RESULTS = {
  safe: '安全、无损失',
  loss: '有损失、能自救',
  helped: '已先行救助、无返贫风险',
  'to-monitor': '已先行救助、需按程序识别',
  away: '人和畜群在外地、已电话核实',
} as const;
export type VisitResult = keyof typeof VISIT_RESULTS;

export const HOUSEHOLD_LOOKS = ['waiting', 'loss', 'to-monitor', 'seen', 'all'] as const;
export type HouseholdLook = (typeof HOUSEHOLD_LOOKS)[number];
export const LOOK_NAMES: Record<HouseholdLook, string> = {
  waiting: '还没走访',
  loss: '有损失',
  'to-monitor': '待识别',
  seen: '已走访',
  all: '全部名单',
};

export const ACTIVATION_FORMS = ['daily', 'list', 'approval', 'review'] as const;
export type ActivationForm = (typeof ACTIVATION_FORMS)[number];
export const FORM_NAMES: Record<ActivationForm, string> = {
  daily: '应急处置日报',
  list: '重点人群排查台账',
  approval: '启动审批单',
  review: '应急处置评估报告',
};
