// What each household has of its own in a deed for many: votes, category. One line each; a household can be left out.

import { Checkbox, Form, Input, InputNumber, Select, Table } from 'antd';
import { FillBlanks } from '../../../../platform/web/form/index.ts';
import type { BulkKind } from '../../../cases/domain/bulk-act.ts';
import type { Field } from '../../../cases/web/doors/acting.ts';
import type { DetailValues } from '../../../cases/web/doors/rows.ts';
import type { BulkCheck } from '../types.ts';

type Row = BulkCheck['fitting'][number];

const keyOf = ({ countyCode, id }: Row) => `${countyCode}-${id}`;

/** Facts that are known of a household already; findings are left to whoever fills in. */
export function ownBeginning(kind: BulkKind, row: Row): DetailValues {
  if (kind === 'approve')
    return { category: row.suggestion?.category, danger: row.danger ?? 'medium', risks: row.risks };
  if (kind === 'clear') return { mode: undefined };
  if (kind === 'reply-comparison') return { hits: [], note: '' };
  return {};
}

function cellOf(field: Field, label: string) {
  switch (field.kind) {
    case 'count':
      return <InputNumber aria-label={label} min={0} max={100_000} precision={0} className="sw-narrow" />;
    case 'yes-no':
      return (
        <Select
          aria-label={label}
          className="sw-wide"
          options={[
            { value: true, label: field.yes },
            { value: false, label: field.no },
          ]}
        />
      );
    case 'choice':
      return <Select aria-label={label} className="sw-wide" options={[...field.choices]} />;
    case 'choices':
      return <Select aria-label={label} mode="multiple" className="sw-wide" options={[...field.choices]} />;
    case 'people':
      return <Select aria-label={label} mode="tags" open={false} suffixIcon={null} className="sw-wide" />;
    default:
      return <Input aria-label={label} maxLength={500} />;
  }
}

type OwnTableProps = { fields: Field[]; rows: Row[]; left: ReadonlySet<string>; onLeave: (key: string) => void };

export function OwnTable({ fields, rows, left, onLeave }: OwnTableProps) {
  return (
    <>
      <FillBlanks
        keys={rows.filter((row) => !left.has(keyOf(row))).map(keyOf)}
        names={fields.map(({ name }) => name)}
      />
      <Table<Row>
        className="sw-table sw-own-table"
        size="small"
        pagination={false}
        dataSource={rows}
        rowKey={keyOf}
        scroll={{ x: 'max-content', y: 320 }}
        columns={[
          {
            key: 'in',
            title: '办理',
            width: 52,
            render: (_, row) => (
              <Checkbox
                aria-label={`办理${row.headName}户`}
                checked={!left.has(keyOf(row))}
                onChange={() => onLeave(keyOf(row))}
              />
            ),
          },
          { key: 'head', title: '户主', width: 90, render: (_, { headName }) => headName },
          { key: 'village', title: '嘎查村', width: 120, render: (_, { villageName }) => villageName },
          ...fields.map((field) => ({
            key: field.name,
            title: field.label,
            width: field.kind === 'count' ? 96 : 150,
            render: (_: unknown, row: Row) => <OwnCell field={field} row={row} isLeft={left.has(keyOf(row))} />,
          })),
        ]}
      />
    </>
  );
}

function OwnCell({ field, row, isLeft }: { field: Field; row: Row; isLeft: boolean }) {
  const label = `${row.headName}户${field.label}`;
  if (isLeft) return null;
  const isNeeded = field.required ?? false;
  return (
    <Form.Item
      noStyle
      name={['own', keyOf(row), field.name]}
      rules={isNeeded ? [{ required: true, message: `请填写${label}` }] : []}
    >
      {cellOf(field, label)}
    </Form.Item>
  );
}
