// A short table inside a page: members of a household, rows of evidence. No paging, no choice of columns.

import { Table } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Empty } from '../states.tsx';
import { tableColumns, useIsWide } from './list-columns.tsx';
import type { ListColumn } from './list-types.ts';

export type SmallTableProps<Row> = {
  /** Names the table for those who cannot see it. */
  label: string;
  columns: ListColumn<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string | number;
  onOpen?: (row: Row) => void;
  /** What is said when there are no rows. */
  none: string;
};

/** A row that opens is reached by Tab and opened by Enter, as by a click. */
function opening(open: () => void) {
  return {
    tabIndex: 0,
    onClick: open,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) open();
    },
  };
}

/** A table that is wider than its place can be scrolled by the keyboard, too. */
function useKeyboardScrolling() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const content = place.current?.querySelector<HTMLElement>('.ant-table-content');
    if (!content) return;
    const observer = new ResizeObserver(() => {
      if (content.scrollWidth > content.clientWidth) content.tabIndex = 0;
      else content.removeAttribute('tabindex');
    });
    observer.observe(content);
    return () => observer.disconnect();
  });
  return place;
}

export function SmallTable<Row extends object>(props: SmallTableProps<Row>) {
  const { label, columns, rows, rowKey, onOpen, none } = props;
  const place = useKeyboardScrolling();
  const isWide = useIsWide();
  if (rows.length === 0) return <Empty what={none} />;
  return (
    <div ref={place}>
      <Table<Row>
        aria-label={label}
        className="sw-table"
        size="small"
        pagination={false}
        dataSource={rows}
        rowKey={(row) => rowKey(row)}
        columns={tableColumns(columns, undefined, isWide)}
        scroll={{ x: 'max-content' }}
        rowClassName={onOpen ? 'sw-row-open' : ''}
        onRow={(row) => (onOpen ? opening(() => onOpen(row)) : {})}
      />
    </div>
  );
}
