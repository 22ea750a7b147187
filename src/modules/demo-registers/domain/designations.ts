// The five key counties of the region that no public list names: assumed, and said so.

import { ASSUMED_REGIONAL_KEY } from './counties.ts';
import { openSheet, type Sheet } from './sheet.ts';

export function designationSheet(): Sheet {
  const { sheet, add } = openSheet('county-designations', '旗县代码,称号,认定日期,依据');
  for (const county of ASSUMED_REGIONAL_KEY)
    add({ 旗县代码: `${county}000000`, 称号: '自治区乡村振兴重点帮扶旗县', 认定日期: '2021-08-01', 依据: '演示假定' });
  return sheet;
}
