// Columns of a file that nobody knew by name and somebody said what they are.

import * as z from 'zod';
import { normalizeHeader } from '../../../kernel/cell.ts';

export const columnName = z.object({
  /** Title of the dataset's column. */
  column: z.string().max(60),
  /** As it stands in the file. */
  header: z.string().trim().min(1).max(200),
});
export type ColumnName = z.output<typeof columnName>;

const MOST_COLUMNS = 60;

/** One column of the file for each of the dataset, and the other way round. */
export const columnNames = z
  .array(columnName)
  .max(MOST_COLUMNS)
  .refine(
    (names) =>
      new Set(names.map(({ column }) => column)).size === names.length &&
      new Set(names.map(({ header }) => normalizeHeader(header))).size === names.length,
    '每一列只能对应一次',
  );
