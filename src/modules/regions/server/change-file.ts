// Reads region-changes.csv: old code, new code, kind, day, document, and the new name where there is one.

import { normalizeCell } from '../../../kernel/cell.ts';
import type { NamedColumn } from '../../../kernel/match-headers.ts';
import { formatDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { eachRecord } from '../../../platform/server/tables/each-record.ts';
import { openTable } from '../../../platform/server/tables/table-source.ts';
import { CHANGE_KINDS, CHANGE_NAMES, type RegionChange, regionChange } from '../domain/region-change.ts';
import '../domain/problems.ts';

const COLUMNS: NamedColumn[] = [
  { title: '原代码', synonyms: ['old_code', 'old code', '原区划代码', '旧代码'], required: true },
  { title: '新代码', synonyms: ['new_code', 'new code', '新区划代码', '现代码'], required: true },
  { title: '变更类型', synonyms: ['kind', '类型'], required: true },
  { title: '生效日期', synonyms: ['effective_date', 'effective_on', 'effective date', '变更日期'], required: true },
  { title: '文件依据', synonyms: ['document', '依据', '批复文件'], required: true },
  { title: '新名称', synonyms: ['new_name', 'name', 'new name', '名称'], required: false },
];

const KINDS = new Map<string, string>(CHANGE_KINDS.map((kind) => [CHANGE_NAMES[kind], kind]));
for (const [word, kind] of [
  ['合并', 'merge'],
  ['撤销', 'merge'],
  ['拆分', 'split'],
  ['改名', 'rename'],
  ['换码', 'recode'],
  ['改码', 'recode'],
  ['code', 'recode'],
] as const)
  KINDS.set(word, kind);

function readLine(texts: string[], positions: readonly number[]) {
  const [oldCode = '', newCode = '', kind = '', on = '', document = '', newName = ''] = positions.map((at) =>
    normalizeCell(texts[at] ?? ''),
  );
  return regionChange.safeParse({
    ...{ oldCode, newCode, document },
    kind: KINDS.get(kind) ?? kind,
    effectiveOn: formatDate(parseDate(on)),
    ...(newName ? { newName } : {}),
  });
}

/** The changes in the order of the file. Throws `regions.bad-change` for the first line that is none, and what is wrong with a table. */
export async function readChangeFile(path: string, file: string): Promise<RegionChange[]> {
  const source = await openTable(path, { file, columns: COLUMNS });
  const changes: RegionChange[] = [];
  for await (const chunk of source.chunks())
    eachRecord(chunk, (cells, line) => {
      const read = readLine(cells.texts(), source.positions);
      if (read.success) changes.push(read.data);
      else {
        const column = regionChange
          .keyof()
          .options.indexOf((read.error.issues[0]?.path[0] ?? 'kind') as keyof RegionChange);
        throw new Problem('regions.bad-change', { file, line, column: FIELD_TITLES[column] ?? '' });
      }
    });
  return changes;
}

/** In the order of the shape. */
const FIELD_TITLES = Object.values(regionChange.shape).map((field) => field.meta()?.title ?? '');
