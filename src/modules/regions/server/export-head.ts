// What stands above an exported list, and what its file is called: so that it can be handed up as it is.

import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { SheetHeading } from '../../../platform/server/tables/xlsx/xlsx-write.ts';
import { getRegion } from './queries.ts';

export type ExportHead = {
  heading: SheetHeading;
  /** `商都县监测对象_2022-06-03.xlsx`. */
  fileName: string;
  /** The list reaches over several counties: each row names its own. */
  isAboveCounty: boolean;
};

type Asked = { what: string; area: number | undefined; day: PlainDate; filter?: readonly string[]; byText?: boolean };

type Filtered = {
  area?: number | undefined;
  text?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/** What a list is headed with: `words` of its filter and the days. A text that was searched for is said to have been one, not which. */
export function listHead(
  what: string,
  day: PlainDate,
  { area, text, from, to }: Filtered,
  words: readonly string[],
): Asked {
  const days = from || to ? [`${from ?? ''} 至 ${to ?? ''}`] : [];
  return { what, area, day, filter: [...words, ...days], byText: text !== undefined };
}

/** `filter`: words of the filter, never a text that was typed. */
export async function exportHead(tx: Tx, { what, area, day, filter = [], byText = false }: Asked): Promise<ExportHead> {
  const { name, level } = await getRegion(tx, area ?? tx.actor.areaCode);
  const on = formatDate(day);
  const narrowed = [...filter, ...(byText ? ['按文字查找'] : [])].join('、') || '全部';
  return {
    heading: { title: `${name}${what}`, note: `地区：${name}    日期：${on}    筛选：${narrowed}` },
    fileName: `${name}${what}_${on}.xlsx`,
    isAboveCounty: level === 'autonomous-region' || level === 'prefecture',
  };
}
