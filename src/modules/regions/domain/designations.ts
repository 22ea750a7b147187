// Titles that a county carries in national and regional lists (脱贫旗县, 重点帮扶旗县). A county may carry several.

export const DESIGNATIONS = ['lifted-national', 'lifted-regional', 'key-national', 'key-regional'] as const;

export type Designation = (typeof DESIGNATIONS)[number];

export const DESIGNATION_NAMES: Record<Designation, string> = {
  'lifted-national': '国家级脱贫旗县',
  'lifted-regional': '自治区级脱贫旗县',
  'key-national': '国家乡村振兴重点帮扶旗县',
  'key-regional': '自治区乡村振兴重点帮扶旗县',
};
