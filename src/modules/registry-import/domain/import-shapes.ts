// What the import of the registry takes and answers, step by step.

import * as z from 'zod';
import { inspectedTable } from '../../../kernel/tables/inspected-table.ts';

const int = z.number().int();

export const importFiles = z.object({
  /** File id of the table of households, as the upload answered it. */
  householdsFile: z.uuid().optional(),
  membersFile: z.uuid().optional(),
});

export const inspectedFile = inspectedTable.extend({ table: z.enum(['households', 'members']) });

export const importCounts = z.object({
  rows: int,
  added: int,
  changed: int,
  unchanged: int,
  refused: int,
  missing: int,
});

const refusal = z.object({
  file: z.string(),
  line: int,
  column: z.string(),
  value: z.string(),
  reason: z.string(),
});

export const importResult = z.object({
  households: importCounts,
  members: importCounts,
  /** Data issues by code. */
  issues: z.record(z.string(), int),
  unknownColumns: z.array(z.string()),
  /** Rows without content, sums and signatures, which are no records. */
  skipped: int,
  refusedByReason: z.record(z.string(), int),
  /** The first hundred. */
  refusals: z.array(refusal),
});

export const IMPORT_STATES = ['previewing', 'previewed', 'importing', 'done', 'failed', 'cancelled'] as const;

export const importBatch = z.object({
  id: int,
  state: z.enum(IMPORT_STATES),
  files: z.array(z.string()),
  accountName: z.string(),
  at: z.string(),
  finishedAt: z.string().optional(),
  households: importCounts.optional(),
  members: importCounts.optional(),
  issueCount: int,
  problem: z.string().optional(),
});

export const importStatus = importBatch.extend({
  result: importResult.optional(),
  progress: z.object({ phase: z.string(), bytes: int, byteSize: int, rows: int }).optional(),
});

/** Why a row of the registry was refused, in words. */
export const REFUSAL_WORDS: Record<string, string> = {
  missing: '必填内容为空',
  'bad-village': '嘎查村代码不是 12 位，或者不在本账号的区域内',
  columns: '单元格的个数与表头不一致',
  'bad-number': '编号被 Excel 改写成数字，末尾几位已丢失，无法恢复；请把这一列设为“文本”格式，从原系统重新导出',
  'other-area': '该编号登记在其他区域，本账号不能改动',
  repeated: '编号在文件中重复，以第一次出现的为准',
};
