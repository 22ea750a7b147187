// What every paper about money says of it: its pot, whose budget it comes from, and its task.

export const FUND_KINDS = {
  transition: '衔接资金',
  agriculture: '农牧业发展专项',
  integrated: '统筹整合',
  beijing: '京蒙协作',
  designated: '定点帮扶',
  bond: '债券',
  donation: '社会捐赠',
  collective: '集体',
  own: '自筹',
  loan: '贷款',
} as const;

/** The same on every hop of the money. */
export const SOURCE_LEVELS = { central: '中央', region: '自治区', prefecture: '盟市', county: '旗县' } as const;

export const TASK_LINES = {
  consolidation: '巩固拓展和乡村振兴',
  'work-relief': '以工代赈',
  minority: '少数民族发展',
  'state-farm': '国有农场',
  'state-forest': '国有林场',
} as const;
