// What the program makes of a table before anything is written: where it stands, which column is which, its first rows.

import * as z from 'zod';

/** `problem`: why the row would be refused, in words. */
const sampleRow = z.object({
  line: z.number().int(),
  cells: z.array(z.string()),
  problem: z.string().optional(),
});

export const inspectedTable = z.object({
  name: z.string(),
  format: z.enum(['csv', 'xlsx']),
  encoding: z.enum(['utf-8', 'gb18030']),
  byteSize: z.number().int(),
  /** The sheet of a workbook that was read. */
  sheet: z.string().optional(),
  headerLine: z.number().int(),
  /** `header`: the file's column that is taken for it. */
  columns: z.array(z.object({ title: z.string(), required: z.boolean(), header: z.string().optional() })),
  unknown: z.array(z.string()),
  /** The first rows as received, sensitive columns masked. */
  sample: z.object({ header: z.array(z.string()), rows: z.array(sampleRow) }),
  /** Why the file cannot be taken as it is; the sentence for the screen. */
  problem: z.string().optional(),
});
export type InspectedTable = z.output<typeof inspectedTable>;
