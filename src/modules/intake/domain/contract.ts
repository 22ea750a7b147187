// Looking at a department's file before it is handed in.

import * as z from 'zod';
import { operation } from '../../../kernel/operation.ts';
import { inspectedTable } from '../../../kernel/tables/inspected-table.ts';
import { columnName, columnNames } from '../../feeds/domain/column-names.ts';
import { LOADERS } from '../../feeds/domain/contract.ts';
import { datasetCode } from '../../feeds/domain/dataset-code.ts';

/** What a file would come to, as far as it was looked at; `whole`: to its end. */
const filePreview = z.object({
  file: inspectedTable,
  /** Headings that the office explained before and this preview used. */
  remembered: z.array(columnName),
  looked: z.object({
    rows: z.number().int(),
    whole: z.boolean(),
    refused: z.number().int(),
    reasons: z.array(z.object({ code: z.string(), title: z.string(), rows: z.number().int() })),
    /** Good rows with a sound ID, and those of them whose ID the registry holds in the caller's area; 0 for villages. */
    withId: z.number().int(),
    known: z.number().int(),
  }),
});

export const intakeContract = {
  /** Without `names`: with those that the office gave before. Nothing is written. */
  previewFile: operation({ name: 'intake.preview-file', roles: LOADERS, quota: 'job' })
    .route({ method: 'POST', path: '/intake/preview', summary: '预览部门数据文件' })
    .input(z.object({ fileId: z.uuid(), dataset: datasetCode, names: columnNames.optional() }))
    .output(filePreview),
};
