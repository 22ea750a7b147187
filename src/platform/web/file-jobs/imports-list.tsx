// What was imported, when, by whom, and what came of it; the way to a new import.

import { Button } from 'antd';
import type { SetState } from '../../../kernel/register/import-contract.ts';
import { ListPage, type ListPageProps } from '../list/list-page.tsx';
import type { ListColumn, ListSearch } from '../list/list-types.ts';
import { formatCount, formatInstant } from '../numbers.ts';
import { useMay } from '../viewer.tsx';
import { ImportStateTag } from './import-states.tsx';

type Row = { id: number; state: SetState; accountName: string; at: string; finishedAt?: string | undefined };

const COUNTS = ['行数', '新增', '变更', '未变', '未收录'] as const;
export type ImportCounts = Readonly<Partial<Record<(typeof COUNTS)[number], number>>>;

function columnsOf<Item extends Row>(
  filesOf: (item: Item) => readonly string[],
  countsOf: (item: Item) => ImportCounts | undefined,
  more: readonly ListColumn<Item>[],
): ListColumn<Item>[] {
  return [
    { key: 'id', title: '编号', render: ({ id }) => id, width: 70, always: true },
    {
      ...{ key: 'files', title: '文件', width: 240, always: true },
      render: (item) => [...new Set(filesOf(item))].join('、'),
    },
    {
      ...{ key: 'state', title: '状态', width: 100, always: true },
      render: ({ state }) => <ImportStateTag state={state} />,
    },
    ...COUNTS.map(
      (title): ListColumn<Item> => ({
        ...{ key: title, title, width: 90, align: 'right' },
        render: (item) => formatCount(countsOf(item)?.[title]),
      }),
    ),
    ...more,
    { key: 'account', title: '提交人', render: ({ accountName }) => accountName, width: 110 },
    { key: 'at', title: '提交时间', render: ({ at }) => formatInstant(at), width: 150 },
    {
      ...{ key: 'finishedAt', title: '完成时间', width: 150, spare: true },
      render: ({ finishedAt }) => formatInstant(finishedAt),
    },
  ];
}

/** While something is under way the list reads itself again. */
const REFRESH_MS = 5000;

type Own<Item> = {
  filesOf: (item: Item) => readonly string[];
  countsOf: (item: Item) => ImportCounts | undefined;
  more?: readonly ListColumn<Item>[];
  /** The operation that begins an import. */
  begins: string;
  onOpen: (id: number) => void;
  onNew: () => void;
};
type OfList<Item, Search extends ListSearch> = Pick<
  ListPageProps<Item, Search>,
  'id' | 'title' | 'search' | 'queryKey' | 'fetch' | 'emptyHint'
>;

export function ImportsList<Item extends Row, Search extends ListSearch>({
  filesOf,
  countsOf,
  more = [],
  begins,
  onOpen,
  onNew,
  ...list
}: Own<Item> & OfList<Item, Search>) {
  const mayImport = useMay(begins);
  return (
    <ListPage<Item, Search>
      {...list}
      unit="次"
      filters={[]}
      columns={columnsOf(filesOf, countsOf, more)}
      rowKey={({ id }) => id}
      onOpen={({ id }) => onOpen(id)}
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
