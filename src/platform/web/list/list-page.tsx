// The one pattern of every list: filters in the address, a count with its unit, dense rows, paging by keyset, selection,
// Excel of exactly what is filtered, and the keyboard.

import { DownloadOutlined } from '@ant-design/icons';
import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query';
import { App, Button, Table } from 'antd';
import { type ReactNode, useState } from 'react';
import { type AddressSchema, useAddress } from '../addresses.ts';
import { failureOf } from '../api.ts';
import { formatCount } from '../numbers.ts';
import { PageTitle } from '../page-title.tsx';
import { useArea } from '../regions.tsx';
import { Empty, Failed, Loading } from '../states.tsx';
import { CopySelected } from './copy-selected.tsx';
import { KeepList } from './keep-list.tsx';
import { ColumnChooser, tableColumns, useColumnChoice, useIsWide } from './list-columns.tsx';
import { FilterBar } from './list-filters.tsx';
import { useListKeys } from './list-keys.ts';
import { ListPaging } from './list-paging.tsx';
import type { BulkAction, ListColumn, ListFilter, ListPageOf, ListSearch } from './list-types.ts';
import { PrintedUnder } from './printed-under.tsx';
import { usePrinting } from './use-printing.ts';

/** The header sticks to the upper edge of the content, above its padding. */
const STICKY = { offsetHeader: -12, getContainer: () => document.getElementById('sw-content') ?? document.body };

export type ListPageProps<Row, Search extends ListSearch> = {
  /** Names the list for what is remembered about it, `slice.list`. */
  id: string;
  title: string;
  /** What is counted: 户, 人, 条. */
  unit: string;
  search: AddressSchema<Search>;
  filters: ListFilter[];
  columns: ListColumn<Row>[];
  rowKey: (row: Row) => string | number;
  /** First part of the cache key, normally `api.query.list.key()`, so that a change can invalidate it. */
  queryKey: QueryKey;
  /** Reads a page; `area` is the current area of the frame. */
  fetch: (search: Search, area: number, signal: AbortSignal) => Promise<ListPageOf<Row>>;
  /** Opens a row: a page or a drawer. */
  onOpen?: (row: Row, rows: readonly Row[]) => void;
  /** Marks rows, for example what is overdue. */
  rowTone?: (row: Row) => 'red' | 'orange' | 'quiet' | undefined;
  /** What may be done to the list as a whole: new, import. */
  actions?: ReactNode;
  bulk?: BulkAction<Row>[];
  /** Exports exactly what is filtered; left out where nothing may be exported. */
  onExport?: (search: Search, area: number) => Promise<void>;
  /** A row under the table where columns add up: cells by column key. */
  totals?: Record<string, ReactNode>;
  /** Instead of the general sentence when nothing is there and nothing is filtered. */
  emptyHint?: ReactNode;
  /** Between the filters and the table: cards, notes. */
  children?: ReactNode;
  /** Also reads the list again every so many milliseconds, for work under way. */
  refetchInterval?: number | false;
};

export function ListPage<Row extends object, Search extends ListSearch>(props: ListPageProps<Row, Search>) {
  const { id, title, unit, filters, rowKey, bulk = [], onOpen, onExport, actions, totals } = props;
  const { search, change } = useAddress(props.search);
  const { code: area } = useArea();
  const columns = props.columns.filter(({ aboveCounty }) => !aboveCounty || isAboveCounty(area));
  const [selected, setSelected] = useState<Map<string | number, Row>>(new Map());
  const choice = useColumnChoice(id, columns);
  const isWide = useIsWide();
  const isPrinting = usePrinting();
  const query = useQuery({
    queryKey: [...props.queryKey, 'page', area, search],
    queryFn: ({ signal }) => props.fetch(search, area, signal),
    placeholderData: keepPreviousData,
    refetchInterval: props.refetchInterval ?? false,
  });
  const rows = query.data?.items ?? [];
  const keyRow = useListKeys({
    count: rows.length,
    onOpen: (index) => open(rows[index]),
    onSelect: (index) => toggle(rows[index]),
  });
  const filtered = Object.entries(search).some(([key, value]) => value !== undefined && key !== 'sort');
  const mayKeep = Object.values(filterOf(search)).some((value) => value !== undefined);

  function open(row: Row | undefined) {
    if (row) onOpen?.(row, rows);
  }

  function toggle(row: Row | undefined) {
    if (!row) return;
    const next = new Map(selected);
    if (!next.delete(rowKey(row))) next.set(rowKey(row), row);
    setSelected(next);
  }

  function filter(patch: Record<string, unknown>) {
    setSelected(new Map());
    change({ ...patch, cursor: undefined } as Partial<Search>);
  }

  function rowClass(row: Row, index: number): string {
    const tone = props.rowTone?.(row);
    return [index === keyRow ? 'sw-row-at' : '', tone ? `sw-row-${tone}` : '', onOpen ? 'sw-row-open' : ''].join(' ');
  }

  return (
    <div className="sw-page">
      <PageTitle title={title} actions={actions} />
      <PrintedUnder area={area} />
      <FilterBar filters={filters} values={search} onChange={filter} />
      {props.children}
      <div className="sw-list-bar">
        {query.isSuccess ? (
          <ListCount total={query.data?.total} shown={rows.length} unit={unit} busy={query.isFetching} />
        ) : null}
        <span className="sw-grow" />
        {mayKeep ? <KeepList key={title} title={title} /> : null}
        <ColumnChooser columns={columns} keys={choice.keys} onChoose={choice.choose} />
        {onExport ? <ExportButton run={() => onExport(search, area)} disabled={rows.length === 0} /> : null}
      </div>
      {selected.size > 0 ? (
        <BulkBar
          rows={[...selected.values()]}
          total={query.data?.total ?? 0}
          unit={unit}
          bulk={bulk}
          onAll={(action) => action.runAll?.(filterOf(search), area)}
          onClear={() => setSelected(new Map())}
        >
          <CopySelected rows={[...selected.values()]} columns={choice.shown} rowKey={rowKey} unit={unit} />
        </BulkBar>
      ) : null}
      {query.isPending ? <Loading rows={10} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess && rows.length === 0 ? (
        <Empty
          what={filtered ? '没有符合条件的记录' : `当前区域还没有${title}记录`}
          hint={filtered ? '可以放宽或清除上面的条件。' : props.emptyHint}
        />
      ) : null}
      {query.isSuccess && rows.length > 0 ? (
        <Table<Row>
          className="sw-table"
          size="small"
          dataSource={rows}
          rowKey={(row) => rowKey(row)}
          columns={tableColumns(choice.shown, search.sort, isWide)}
          pagination={false}
          sticky={isPrinting ? false : STICKY}
          scroll={{ x: 'max-content' }}
          rowClassName={rowClass}
          onRow={(row) => ({ onClick: () => clickWithoutSelection() && open(row) })}
          onChange={(_pages, _filters, sorter) => {
            const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
            filter({ sort: order ? `${order === 'descend' ? '-' : ''}${String(columnKey)}` : undefined });
          }}
          rowSelection={{
            selectedRowKeys: [...selected.keys()],
            preserveSelectedRowKeys: true,
            columnWidth: 36,
            onChange: (_keys, picked) => setSelected(new Map(picked.map((row) => [rowKey(row), row]))),
          }}
          {...(totals ? { summary: () => <TotalsRow totals={totals} columns={choice.shown} /> } : {})}
        />
      ) : null}
      <ListPaging
        trailKey={JSON.stringify([id, area, { ...search, cursor: undefined }])}
        cursor={search.cursor}
        next={query.data?.next}
        onCursor={(cursor) => change({ cursor } as Partial<Search>)}
      />
    </div>
  );
}

/** Dragging over text to copy it must not open the row. */
function clickWithoutSelection(): boolean {
  return (window.getSelection()?.toString() ?? '') === '';
}

type ListCountProps = { total: number | undefined; shown: number; unit: string; busy: boolean };

function ListCount({ total, shown, unit, busy }: ListCountProps) {
  return (
    <span aria-live="polite" className={busy ? 'sw-quiet' : ''}>
      {total === undefined ? '本页 ' : '共 '}
      <strong>{formatCount(total ?? shown)}</strong> {unit}
    </span>
  );
}

function ExportButton({ run, disabled }: { run: () => Promise<void>; disabled: boolean }) {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);

  async function click() {
    setBusy(true);
    await run().catch((error: unknown) => void message.error(failureOf(error).message));
    setBusy(false);
  }

  return (
    <Button icon={<DownloadOutlined />} loading={busy} disabled={disabled} onClick={() => void click()}>
      导出 Excel
    </Button>
  );
}

/** A league or the whole region: its code has no digits of a county. */
function isAboveCounty(area: number): boolean {
  return Math.floor(area / 1_000_000) % 100 === 0;
}

/** What a list is narrowed to, without its order and page. */
function filterOf(search: ListSearch): Record<string, unknown> {
  const { sort: _sort, cursor: _cursor, ...filter } = search as ListSearch & Record<string, unknown>;
  return filter;
}

type BulkBarProps<Row> = {
  rows: Row[];
  /** Of everything that is filtered. */
  total: number;
  onAll: (action: BulkAction<Row>) => Promise<void> | void;
  unit: string;
  bulk: BulkAction<Row>[];
  onClear: () => void;
  children: ReactNode;
};

function BulkBar<Row>({ rows, total, unit, bulk, onAll, onClear, children }: BulkBarProps<Row>) {
  const [all, setAll] = useState(false);
  const mayAll = total > rows.length && bulk.some(({ runAll }) => runAll);
  const run = (action: BulkAction<Row>) => (all ? onAll(action) : action.run(rows));
  return (
    <div className="sw-bulk">
      <span>
        {all ? '已选筛选出的全部' : '已选'} <strong>{formatCount(all ? total : rows.length)}</strong> {unit}
      </span>
      {mayAll ? (
        <Button size="small" type="link" onClick={() => setAll(!all)}>
          {all ? `只选勾选的 ${formatCount(rows.length)} ${unit}` : `选择筛选出的全部 ${formatCount(total)} ${unit}`}
        </Button>
      ) : null}
      {bulk
        .filter((action) => (all ? action.runAll !== undefined : (action.allowed?.(rows) ?? true)))
        .map((action) => (
          <Button
            key={action.label}
            size="small"
            danger={action.danger ?? false}
            onClick={() => void Promise.resolve(run(action)).then(onClear, () => undefined)}
          >
            {action.label}
          </Button>
        ))}
      {children}
      <Button size="small" type="link" onClick={onClear}>
        取消选择
      </Button>
    </div>
  );
}

type TotalsRowProps<Row> = { totals: Record<string, ReactNode>; columns: ListColumn<Row>[] };

function TotalsRow<Row>({ totals, columns }: TotalsRowProps<Row>) {
  return (
    <Table.Summary.Row className="sw-totals">
      <Table.Summary.Cell index={0} />
      {columns.map((column, index) => (
        <Table.Summary.Cell key={column.key} index={index + 1} {...(column.align ? { align: column.align } : {})}>
          {totals[column.key] ?? (index === 0 ? '合计' : null)}
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  );
}
