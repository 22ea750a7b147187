// Rows of a table that are no records: without content, or a sum, or who filled the form in (data contract §1).

import { normalizeCell } from '../../../kernel/cell.ts';
import type { Cells } from './bytes/cells.ts';

const NO_RECORD =
  /^(?:合计|小计|总计)(?:$|[:(\d])|^填表人|^(?:填报人|制表人|审核人|复核人|负责人|单位负责人|填表日期|填报日期|填报单位):/;

/** First bytes of the words above, in UTF-8. */
const FIRST_BYTES: ReadonlySet<number> = new Set([0xe5, 0xe6, 0xe8]);
const LONGEST = 60;

/** Whether the record may be none: asked of every record, so it looks at one byte. */
export function mayBeNoRecord({ count, starts, ends, odd, bytes }: Cells): boolean {
  if (count === 0 || starts[0] === ends[0] || odd[0] !== 0) return true;
  const byte = bytes[starts[0] as number] as number;
  return byte >= 0xe5 && byte <= 0xe8 && FIRST_BYTES.has(byte);
}

/** Whether nothing stands in the record, or its first filled cell says that it is a sum or a signature. */
export function isNoRecord(cells: Cells): boolean {
  for (let i = 0; i < cells.count; i++) {
    const length = (cells.ends[i] as number) - (cells.starts[i] as number);
    if (length === 0) continue;
    if (cells.odd[i] === 0 && !FIRST_BYTES.has(cells.bytes[cells.starts[i] as number] as number)) return false;
    const text = normalizeCell(cells.text(i));
    if (text !== '') return length <= LONGEST && NO_RECORD.test(text.replace(/\s+/g, ''));
  }
  return true;
}
