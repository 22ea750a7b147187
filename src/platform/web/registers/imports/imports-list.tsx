// 台账导入: what was imported, when, by whom, and what came of it.

import { Button } from 'antd';
import type { ImportSetRow, SetState } from '../../../../kernel/register/import-contract.ts';
import type { AddressSchema } from '../../addresses.ts';
import { StateTag } from '../../detail-page.tsx';
import { ListPage } from '../../list/list-page.tsx';
import type { ListColumn, ListSearch } from '../../list/list-types.ts';
import { formatCount, formatInstant } from '../../numbers.ts';
import { useMay } from '../../viewer.tsx';
import { IMPORTS_KEY, useRegisters } from '../registers.tsx';

const STATES: Readonly<Record<SetState, { words: string; tone: 'green' | 'red' | 'yellow' | 'plain' }>> = {
  previewing: { words: '预检中', tone: 'plain' },
  previewed: { words: '待导入', tone: 'yellow' },
  importing: { words: '导入中', tone: 'plain' },
  done: { words: '已导入', tone: 'green' },
  failed: { words: '未能导入', tone: 'red' },
  cancelled: { words: '已取消', tone: 'plain' },
  undone: { words: '已撤销', tone: 'plain' },
};

type Counted = 'rows' | 'new' | 'changed' | 'same' | 'refusedRows';

function countColumn(key: Counted, title: string): ListColumn<ImportSetRow> {
  return {
    ...{ key, title, width: 90, align: 'right' },
    render: ({ counts }) =>
      formatCount(counts.length === 0 ? undefined : counts.reduce((sum, file) => sum + file[key], 0)),
  };
}

const COLUMNS: ListColumn<ImportSetRow>[] = [
  { key: 'id', title: '编号', render: ({ id }) => id, width: 70, always: true },
  {
    ...{ key: 'files', title: '文件', width: 260, always: true },
    render: ({ files }) => [...new Set(files.map(({ name }) => name))].join('、'),
  },
  {
    ...{ key: 'state', title: '状态', width: 100, always: true },
    render: ({ state }) => <StateTag tone={STATES[state].tone}>{STATES[state].words}</StateTag>,
  },
  countColumn('rows', '行数'),
  countColumn('new', '新增'),
  countColumn('changed', '变更'),
  countColumn('same', '未变'),
  countColumn('refusedRows', '未收录'),
  { key: 'account', title: '提交人', render: ({ accountName }) => accountName, width: 110 },
  { key: 'at', title: '提交时间', render: ({ at }) => formatInstant(at), width: 150 },
];

/** While something is under way the list reads itself again. */
const REFRESH_MS = 5000;

type ImportsListProps<Search extends ListSearch> = {
  search: AddressSchema<Search>;
  onOpen: (id: number) => void;
  onNew: () => void;
};

export function ImportsList<Search extends ListSearch>({ search, onOpen, onNew }: ImportsListProps<Search>) {
  const { client } = useRegisters();
  const mayImport = useMay('registers.preview-import');
  return (
    <ListPage
      id="registers.imports"
      title="台账导入"
      unit="次"
      search={search}
      filters={[]}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      queryKey={IMPORTS_KEY}
      fetch={({ cursor }, _area, signal) => client.imports.list(cursor ? { cursor } : {}, { signal })}
      onOpen={({ id }) => onOpen(id)}
      emptyHint="按模板填好的台账文件从这里导入。"
      refetchInterval={REFRESH_MS}
      actions={
        mayImport ? (
          <Button type="primary" onClick={onNew}>
            新的导入
          </Button>
        ) : null
      }
    />
  );
}
