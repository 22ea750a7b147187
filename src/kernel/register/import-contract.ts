// Files of registers handed in on screen: a set is looked at before anything is written, then imported, and can be taken back.

import * as z from 'zod';
import { shortId } from '../input.ts';
import { OFFICERS, operation, pageInput, pageOf, requestId } from '../operation.ts';

const IMPORTERS = ['county-officer', 'region-officer'] as const;
const IMPORT_READERS = [...OFFICERS, 'auditor'] as const;

const codes = z.record(z.string(), z.number());

export const fileCounts = z.object({
  file: z.string(),
  kind: z.string(),
  rows: z.number(),
  new: z.number(),
  changed: z.number(),
  same: z.number(),
  voided: z.number(),
  refused: codes,
  refusedRows: z.number(),
  issues: codes,
  skipped: z.number(),
  ignored: z.array(z.string()),
  problem: z.string().optional(),
  /** The first refused rows: line, title of the column, reason. */
  refusals: z.array(z.object({ line: z.number(), column: z.string().optional(), code: z.string() })).optional(),
});

export const SET_STATES = ['previewing', 'previewed', 'importing', 'done', 'failed', 'cancelled', 'undone'] as const;
export type SetState = (typeof SET_STATES)[number];

export const importSetRow = z.object({
  id: z.number(),
  state: z.enum(SET_STATES),
  accountName: z.string(),
  at: z.string(),
  finishedAt: z.string().optional(),
  problem: z.string().optional(),
  files: z.array(z.object({ name: z.string(), register: z.string() })),
  counts: z.array(fileCounts),
  progress: z.object({ bytes: z.number(), byteSize: z.number(), rows: z.number(), phase: z.string() }).optional(),
});
export type ImportSetRow = z.output<typeof importSetRow>;

const byId = z.object({ id: shortId });
const changing = byId.extend({ requestId });

export const registerImportsContract = {
  list: operation({ name: 'registers.imports', roles: IMPORT_READERS })
    .route({ method: 'GET', path: '/register-imports', summary: '台账导入记录' })
    .input(pageInput)
    .output(pageOf(importSetRow)),
  status: operation({ name: 'registers.import-status', roles: IMPORT_READERS })
    .route({ method: 'GET', path: '/register-imports/{id}', summary: '一次台账导入的情况' })
    .input(byId)
    .output(importSetRow),
  /** Which registers a file is of, a workbook sheet by sheet; told from the columns. */
  recognise: operation({ name: 'registers.recognise-file', roles: IMPORTERS })
    .route({ method: 'GET', path: '/register-imports/recognise/{fileId}', summary: '识别台账文件' })
    .input(z.object({ fileId: z.uuid() }))
    .output(z.array(z.object({ sheet: z.string().optional(), register: z.string() }))),
  /** Counts what would be new, changed, same and refused; nothing is written. */
  preview: operation({ name: 'registers.preview-import', roles: IMPORTERS, writes: true })
    .route({ method: 'POST', path: '/register-imports', summary: '预览台账文件' })
    .input(
      z.object({
        requestId,
        files: z
          .array(z.object({ fileId: z.uuid(), register: z.string().max(60) }))
          .min(1)
          .max(100),
      }),
    )
    .output(byId),
  start: operation({ name: 'registers.start-import', roles: IMPORTERS, writes: true })
    .route({ method: 'POST', path: '/register-imports/{id}/start', summary: '导入台账文件' })
    .input(changing)
    .output(z.object({})),
  cancel: operation({ name: 'registers.cancel-import', roles: IMPORTERS, writes: true })
    .route({ method: 'POST', path: '/register-imports/{id}/cancel', summary: '取消台账导入' })
    .input(changing)
    .output(z.object({})),
  /** Takes a set back, as long as nothing later stands on it. */
  undo: operation({ name: 'registers.undo-import', roles: IMPORTERS, writes: true })
    .route({ method: 'POST', path: '/register-imports/{id}/undo', summary: '撤销台账导入' })
    .input(changing)
    .output(z.object({})),
};
