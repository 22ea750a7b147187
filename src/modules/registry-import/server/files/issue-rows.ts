// Data issues found while a file is read, as rows of a COPY.

import { countyOf } from '../../../../kernel/region-code.ts';
import type { BinaryRows } from '../../../../platform/server/tables/bytes/pg-binary.ts';
import { ISSUE } from './registry-layouts.ts';

export type FoundIssue = {
  /** 0 for a person whose household is not known. */
  village: number;
  household?: number;
  person?: number;
  code: string;
  batchId: number;
  line: number;
};

export function writeIssue(rows: BinaryRows, { village, household, person, code, batchId, line }: FoundIssue): void {
  rows.row(ISSUE.count);
  rows.int4(countyOf(village));
  rows.int8(village);
  for (const id of [household, person]) {
    if (id === undefined) rows.nullField();
    else rows.int8(id);
  }
  rows.text(code);
  rows.int4(batchId);
  rows.int4(line);
}
