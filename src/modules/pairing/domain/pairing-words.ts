// Words that pairings, their plans and what was done share.

export const PAIRING_KINDS = {
  'leader-county': '省级领导联系旗县',
  'soe-key-county': '国企包联重点旗县',
  'unit-village': '单位包联嘎查村',
  'central-county': '中央单位定点帮扶',
  'firms-villages': '万企兴万村',
  'firms-key-county': '万企帮重点旗县',
  'beijing-county': '京蒙旗县结对',
  'beijing-township': '京蒙乡镇结对',
  'beijing-village': '京蒙嘎查村结对',
} as const;

export type PairingKind = keyof typeof PAIRING_KINDS;
export const PAIRING_CODES = Object.keys(PAIRING_KINDS) as [PairingKind, ...PairingKind[]];

export const SUPPORT_FIELDS = {
  industry: '产业',
  employed: '就业',
  infrastructure: '基础设施',
  education: '教育',
  medical: '医疗',
  party: '党建',
  ecology: '生态',
  consumption: '消费',
  training: '培训',
  donation: '捐赠慰问',
} as const;

export const SUPPORT_WAYS = {
  fund: '资金',
  goods: '物资',
  project: '项目',
  purchase: '采购',
  'sales-help': '帮销',
  training: '培训',
  posting: '选派',
  advice: '咨询',
  visit: '调研走访',
} as const;

export const FUND_NATURES = { direct: '直接投入', attracted: '引进' } as const;

export const VISITOR_LEVELS = {
  'main-leader': '主要领导',
  'deputy-leader': '分管领导',
  'department-head': '部门负责人',
  cadre: '干部',
} as const;

export const PLAN_PROGRESS = {
  planned: '计划',
  'under-way': '进行中',
  done: '完成',
  confirmed: '受帮扶方确认',
  cancelled: '取消',
} as const;

/** What a row's code means; a code of an older version stands for itself. */
export function wordOf(words: Readonly<Record<string, string>>, code: string | undefined): string {
  return code === undefined ? '' : (words[code] ?? code);
}
