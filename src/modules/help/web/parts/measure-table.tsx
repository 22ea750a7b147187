// Measures as an editable table: typed cell by cell, or pasted as a block from Excel. Where it is narrow each row takes two
// lines, on a phone it is a card.

import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { type ClipboardEvent, useEffect, useState } from 'react';
import { formatYuan } from '../../../../kernel/money.ts';
import { readMoney } from '../../../../kernel/written-number.ts';
import type { Given } from '../../../../platform/web/form/index.ts';
import {
  DRAFT_COLUMNS,
  DRAFT_TITLES,
  type DraftColumn,
  isEmptyDraft,
  type MeasureDraft,
  pasteBlock,
  type ReadMeasure,
  readDraft,
} from '../../domain/measure-drafts.ts';
import { DEMAND_NAMES, type Demand, MEASURE_CLASS_NAMES, MEASURE_CLASSES } from '../../domain/measures.ts';

const CLASS_OPTIONS = MEASURE_CLASSES.map((value) => ({ value, label: MEASURE_CLASS_NAMES[value] }));
const HINTS: Partial<Record<DraftColumn, string>> = { plannedFrom: '2022-06-01', dueOn: '2022-06-30', money: '0' };
const ANSWERS = '针对风险';

/** The measures that were filled in; complete once the form has been checked. */
export function readRows(rows: readonly MeasureDraft[]): ReadMeasure[] {
  return rows.filter((row) => !isEmptyDraft(row)).flatMap((row) => readDraft(row).measure ?? []);
}

const check = async (_rule: unknown, rows: MeasureDraft[] = []) => {
  const filled = rows.filter((row) => !isEmptyDraft(row));
  if (filled.length === 0) throw new Error('还没有填写措施');
  const faults = filled.filter((row) => readDraft(row).measure === undefined).length;
  if (faults > 0) throw new Error(`有 ${faults} 项措施没有填写完整。请按红字更正。`);
};

type MeasuresItemProps = Pick<MeasureTableProps, 'demands' | 'today' | 'several'>;

/** The table as the field `rows` of a form. */
export function MeasuresItem(props: MeasuresItemProps) {
  return (
    <Form.Item name="rows" validateTrigger="onSubmit" rules={[{ validator: check }]}>
      <CheckedTable {...props} />
    </Form.Item>
  );
}

function CheckedTable({ value = [], onChange, ...props }: MeasuresItemProps & Given<MeasureDraft[]>) {
  // Problems are shown once somebody tried to save.
  const { status } = Form.Item.useStatus();
  const [checked, setChecked] = useState(false);
  useEffect(() => setChecked((was) => was || status === 'error'), [status]);
  return <MeasureTable {...props} rows={value} checked={checked} onChange={(rows) => onChange?.(rows)} />;
}

type MeasureTableProps = {
  rows: MeasureDraft[];
  demands: readonly Demand[];
  today: string;
  checked: boolean;
  onChange: (rows: MeasureDraft[]) => void;
  /** Rows may be taken out, and added by pasting a longer block. */
  several?: boolean;
};

/** Where in the table an event happened; undefined outside the cells that can be pasted into. */
function cellOf(target: EventTarget): { row: number; column: DraftColumn } | undefined {
  const cell = target instanceof HTMLElement ? target.closest('td') : null;
  const column = DRAFT_COLUMNS.find((each) => each === cell?.dataset.column);
  return column ? { row: Number(cell?.dataset.row), column } : undefined;
}

function MeasureTable({ rows, demands, today, checked, onChange, several = false }: MeasureTableProps) {
  function change(index: number, patch: Partial<MeasureDraft>) {
    onChange(rows.map((row, i) => (i === index ? { ...row, ...patch } : row)));
  }

  function paste(event: ClipboardEvent) {
    const text = event.clipboardData.getData('text/plain');
    const at = cellOf(event.target);
    // A single cell goes where the caret is, as everywhere.
    if (!at || !/[\t\n]/.test(text.replace(/[\r\n]+$/, ''))) return;
    event.preventDefault();
    const pasted = pasteBlock({ rows, at, text, today });
    onChange(several ? pasted : pasted.slice(0, rows.length));
  }

  return (
    <div className="sw-scroll sw-measure-place">
      <table className="sw-plain-table sw-edit-table sw-measure-table" onPaste={paste}>
        <thead>
          <tr>
            <th scope="col">{ANSWERS}</th>
            {DRAFT_COLUMNS.map((column) => (
              <th key={column} scope="col">
                {DRAFT_TITLES[column]}
              </th>
            ))}
            {several ? <th scope="col">操作</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names of their own; a row is its place
            <tr key={index}>
              <td data-title={ANSWERS}>
                <Select
                  aria-label={`第 ${index + 1} 行 ${ANSWERS}`}
                  allowClear
                  placeholder="不限"
                  value={row.answers ?? null}
                  options={demands.map((value) => ({ value, label: DEMAND_NAMES[value] }))}
                  onChange={(answers: Demand | null | undefined) => change(index, { answers: answers ?? undefined })}
                />
              </td>
              {DRAFT_COLUMNS.map((column) => (
                <td key={column} data-title={DRAFT_TITLES[column]} data-row={index} data-column={column}>
                  <Cell
                    row={row}
                    column={column}
                    label={`第 ${index + 1} 行 ${DRAFT_TITLES[column]}`}
                    problem={checked && !isEmptyDraft(row) ? readDraft(row).problems[column] : undefined}
                    onChange={(value) => change(index, { [column]: value })}
                  />
                </td>
              ))}
              {several ? (
                <td className="sw-edit-remove">
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={`移除第 ${index + 1} 行`}
                    onClick={() => onChange(rows.filter((_, i) => i !== index))}
                  />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How an amount was read is seen at once: 4.2万 becomes 42000.00. */
function tidyMoney(text: string): string {
  const { fen } = readMoney(text);
  return fen === undefined ? text : formatYuan(fen);
}

type CellProps = {
  row: MeasureDraft;
  column: DraftColumn;
  label: string;
  problem: string | undefined;
  onChange: (value: string) => void;
};

function Cell({ row, column, label, problem, onChange }: CellProps) {
  const status = problem ? { status: 'error' as const } : {};
  return (
    <>
      {column === 'class' ? (
        <Select
          aria-label={label}
          placeholder="请选择"
          showSearch={{ optionFilterProp: 'label' }}
          value={row.class || null}
          options={CLASS_OPTIONS}
          popupMatchSelectWidth={180}
          onChange={(value: string) => onChange(value)}
          {...status}
        />
      ) : column === 'content' ? (
        <Input.TextArea
          aria-label={label}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={500}
          value={row.content}
          onChange={(event) => onChange(event.target.value)}
          {...status}
        />
      ) : (
        <Input
          aria-label={label}
          value={row[column]}
          placeholder={HINTS[column]}
          onChange={(event) => onChange(event.target.value)}
          onBlur={column === 'money' ? () => onChange(tidyMoney(row.money)) : undefined}
          {...status}
        />
      )}
      {problem ? <div className="sw-tone-red sw-edit-problem">{problem}</div> : null}
    </>
  );
}
