// Which columns are shown, remembered for each list on this computer.

import { SettingOutlined } from '@ant-design/icons';
import type { TableColumnType } from 'antd';
import { Button, Checkbox, Grid, Popover } from 'antd';
import { useState } from 'react';
import type { ListColumn } from './list-types.ts';

const PREFIX = 'shouwang.columns.';

function readChoice(id: string): string[] | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PREFIX + id) ?? 'null');
    return Array.isArray(stored) ? stored.map(String) : undefined;
  } catch {
    return undefined;
  }
}

/** The shown columns of a list and the way to change them. */
export function useColumnChoice<Row>(id: string, columns: ListColumn<Row>[]) {
  const [chosen, setChosen] = useState(() => readChoice(id));
  const keys = chosen ?? columns.filter((column) => !column.spare).map((column) => column.key);
  const shown = columns.filter((column) => column.always || keys.includes(column.key));

  function choose(next: string[] | undefined) {
    setChosen(next);
    if (next) localStorage.setItem(PREFIX + id, JSON.stringify(next));
    else localStorage.removeItem(PREFIX + id);
  }

  return { shown, keys: shown.map((column) => column.key), choose };
}

type ChooserProps<Row> = {
  columns: ListColumn<Row>[];
  keys: string[];
  onChoose: (keys: string[] | undefined) => void;
};

export function ColumnChooser<Row>({ columns, keys, onChoose }: ChooserProps<Row>) {
  const content = (
    <div className="sw-column-chooser">
      <Checkbox.Group
        value={keys}
        onChange={(next) => onChoose(next.map(String))}
        options={columns.map(({ key, title, always }) => ({ value: key, label: title, disabled: always ?? false }))}
      />
      <Button size="small" type="link" onClick={() => onChoose(undefined)}>
        恢复默认
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title="显示的列" content={content}>
      <Button icon={<SettingOutlined />}>列</Button>
    </Popover>
  );
}

/** On a phone nothing is pinned, for it would lie over the rest: what would be, who and until when and the button, comes first. */
function inOrder<Row>(columns: ListColumn<Row>[], isWide: boolean): ListColumn<Row>[] {
  if (isWide) return columns;
  const at = ({ fixed }: ListColumn<Row>) => (fixed === 'left' ? 0 : fixed === 'right' ? 1 : 2);
  return [...columns].sort((a, b) => at(a) - at(b)).map(({ fixed: _fixed, ...column }) => column);
}

/** Whether columns can be pinned beside others. */
export function useIsWide(): boolean {
  return Grid.useBreakpoint().md ?? true;
}

/** Columns as the table wants them, with the order of the address shown in the header. */
export function tableColumns<Row>(
  columns: ListColumn<Row>[],
  sort: string | undefined,
  isWide: boolean,
): TableColumnType<Row>[] {
  return inOrder(columns, isWide).map((column) => ({
    key: column.key,
    title: column.title,
    render: (_: unknown, row: Row) => column.render(row),
    ...(column.width ? { width: column.width } : {}),
    ...(column.align ? { align: column.align } : {}),
    ...(column.fixed ? { fixed: column.fixed } : {}),
    ...(column.sortable
      ? {
          sorter: true,
          showSorterTooltip: false,
          sortOrder: sort === column.key ? 'ascend' : sort === `-${column.key}` ? 'descend' : null,
        }
      : {}),
  }));
}
