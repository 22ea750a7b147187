// Operations of the import of households and their members: files looked at, previewed, imported.

import * as z from 'zod';
import { shortId } from '../../../kernel/input.ts';
import { OFFICERS, operation, pageInput, pageOf, requestId } from '../../../kernel/operation.ts';
import { importBatch, importFiles, importStatus, inspectedFile } from './import-shapes.ts';

const IMPORTERS = ['county-officer', 'region-officer'] as const;
const IMPORT_READERS = [...OFFICERS, 'auditor'] as const;

export const registryImportContract = {
  imports: operation({ name: 'registry-import.list', roles: IMPORT_READERS, poll: true })
    .route({ method: 'GET', path: '/households/imports', summary: '户人口导入记录' })
    .input(pageInput)
    .output(pageOf(importBatch)),

  importStatus: operation({ name: 'registry-import.status', roles: IMPORT_READERS, poll: true })
    .route({ method: 'GET', path: '/households/imports/{id}', summary: '一次导入的进度与结果' })
    .input(z.object({ id: shortId }))
    .output(importStatus),

  /** Reads the headers and the first rows of uploaded files; nothing is kept. */
  inspectImport: operation({ name: 'registry-import.inspect', roles: IMPORTERS, quota: 'job' })
    .route({ method: 'GET', path: '/households/imports/inspect', summary: '识别导入文件的列' })
    .input(importFiles)
    .output(z.array(inspectedFile)),

  previewImport: operation({ name: 'registry-import.preview', roles: IMPORTERS, writes: true, quota: 'job' })
    .route({ method: 'POST', path: '/households/imports', summary: '预检：计算导入的结果而不改动登记册' })
    .input(importFiles.extend({ requestId }))
    .output(z.object({ id: z.number().int() })),

  startImport: operation({ name: 'registry-import.start', roles: IMPORTERS, writes: true, quota: 'job' })
    .route({ method: 'POST', path: '/households/imports/{id}/start', summary: '开始导入已预检的文件' })
    .input(z.object({ requestId, id: shortId }))
    .output(z.object({})),

  cancelImport: operation({ name: 'registry-import.cancel', roles: IMPORTERS, writes: true })
    .route({ method: 'POST', path: '/households/imports/{id}/cancel', summary: '取消预检或导入' })
    .input(z.object({ requestId, id: shortId }))
    .output(z.object({})),
};
