// Warnings as the contract's table: 户编号, 规则, 级别, 是否在监测; a line for each household and rule.

import type { Tx } from '../../../platform/server/db.ts';
import { datesOf } from './screening/screening-parts.ts';

/** The statement for `COPY … TO`; `asOf` is checked to be a date. */
export function warningsExportSelect(asOf: string): string {
  const { asOf: day } = datesOf(asOf);
  return `select h.number as "户编号", r as "规则",
      case w.level when 'red' then '红' when 'orange' then '橙' when 'yellow' then '黄' else '数据' end as "级别",
      case when w.monitored then '是' else '否' end as "是否在监测"
    from warnings w join households h on h.county_code = w.county_code and h.id = w.household_id, unnest(w.rules) r
    where w.as_of = date '${day}' and w.active`;
}

export async function exportWarnings(tx: Tx, asOf: string, target: NodeJS.WritableStream): Promise<void> {
  await tx.copyOut(`copy (${warningsExportSelect(asOf)}) to stdout (format csv, header)`, target);
}
