// Words that a proposal, a project and its beneficiaries share.

/** How households share in what is produced (联农带农方式). */
export const LINKAGE_WAYS = {
  order: '订单',
  shares: '入股分红',
  'asset-income': '资产收益',
  work: '务工就业',
  land: '土地(草场)流转',
  trusteeship: '生产托管',
  lease: '资产租赁',
} as const;

export const PROJECT_KINDS = {
  industry: '产业发展',
  employment: '就业项目',
  construction: '乡村建设行动',
  resettlement: '易地搬迁后扶',
  guarantees: '巩固三保障成果',
  governance: '乡村治理和精神文明',
  'management-fee': '项目管理费',
  other: '其他',
} as const;

export const PROGRAMMES = {
  resettlement: '易地搬迁后续扶持',
  beijing: '京蒙协作',
  'work-relief': '以工代赈',
  designated: '定点帮扶',
} as const;

export const INDUSTRY_SUBKINDS = {
  production: '生产',
  processing: '加工流通',
  facilities: '配套设施',
  services: '产业服务支撑',
  finance: '金融保险配套',
  courtyard: '庭院经济',
  'collective-economy': '新型集体经济',
} as const;

export const CONSTRUCTION_NATURES = { new: '新建', continued: '续建', extension: '改扩建', subsidy: '补助类' } as const;
