// Makes two codes of one unit one: which is kept, what would be moved, and on what ground.

import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { organisations, type Twins, type Unit } from '../api.ts';

type Fields = { from: string; to: string; basis: string };
type Moved = Awaited<ReturnType<typeof organisations.client.mergePreview>>['registers'][number];

const COLUMNS: ListColumn<Moved>[] = [
  { key: 'title', title: '台账', render: ({ title }) => title, width: 170 },
  { key: 'rows', title: '用到的（条）', render: ({ rows }) => formatCount(rows), width: 110, align: 'right' },
  {
    ...{ key: 'taken', title: '两边都有，作废（条）', width: 150, align: 'right' },
    render: ({ taken }) => formatCount(taken),
  },
  {
    ...{ key: 'outside', title: '区域之外（条）', width: 120, align: 'right' },
    render: ({ outside }) => formatCount(outside),
  },
];

function Preview({ from, to }: Pick<Fields, 'from' | 'to'>) {
  const query = useQuery(organisations.query.mergePreview.queryOptions({ input: { from, to } }));
  if (query.isPending) return <Loading rows={3} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <SmallTable
      label="合并涉及的记录"
      columns={COLUMNS}
      rows={query.data.registers}
      rowKey={({ register }) => register}
      none="没有台账用到并入的代码，合并只作废这个单位。"
    />
  );
}

const unitOptions = (units: readonly Unit[]) =>
  units.map(({ code, name, rows }) => ({ value: code, label: `${name}（${code}，${formatCount(rows)} 条记录）` }));

/** Whichever is kept is not merged: what was, changes to another. */
function Kept({ units }: Pick<MergeDialogProps, 'units'>) {
  const form = Form.useFormInstance<Fields>();
  return (
    <Form.Item name="to" label="保留" rules={[{ required: true, message: '请选择保留的单位' }]}>
      <Radio.Group
        options={unitOptions(units)}
        vertical
        onChange={({ target }) => {
          if (form.getFieldValue('from') !== target.value) return;
          const others = units.filter(({ code }) => code !== target.value).toSorted((a, b) => a.rows - b.rows);
          form.setFieldValue('from', others[0]?.code);
        }}
      />
    </Form.Item>
  );
}

type MergeDialogProps = {
  units: Twins['groups'][number]['units'];
  onDone: () => Promise<unknown>;
  onClose: () => void;
};

export function MergeDialog({ units, onDone, onClose }: MergeDialogProps) {
  // The one that less hangs on goes into the other.
  const [from, ...others] = units.toSorted((a, b) => a.rows - b.rows).map(({ code }) => code);
  return (
    <FormDialog<Fields>
      title="合并单位"
      width={680}
      about="并入的单位作废，所有台账里用到它的记录改用保留的单位。合并后可以撤销。"
      draft={{ form: 'merge-units', record: units.map(({ code }) => code).join(' '), title: '合并单位' }}
      initialValues={{ from: from ?? '', to: others.at(-1) ?? '' }}
      deed={{ label: '合并' }}
      onSend={async ({ from, to, basis }, requestId) => {
        await organisations.client.merge({ requestId, from, to, basis });
      }}
      done="已合并"
      onSent={onDone}
      onClose={onClose}
    >
      <Kept units={units} />
      <Form.Item noStyle dependencies={['to']}>
        {({ getFieldValue }) => (
          <Form.Item name="from" label="并入" rules={[{ required: true, message: '请选择并入的单位' }]}>
            <Radio.Group options={unitOptions(units.filter(({ code }) => code !== getFieldValue('to')))} vertical />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item noStyle dependencies={['from', 'to']}>
        {({ getFieldValue }) => {
          const [from, to] = [getFieldValue('from'), getFieldValue('to')];
          return from && to && from !== to ? <Preview from={from} to={to} /> : null;
        }}
      </Form.Item>
      <Form.Item
        name="basis"
        label="依据"
        rules={[{ required: true, min: 2, message: '请写明依据，如更名文件、营业执照' }]}
      >
        <Input maxLength={200} placeholder="例如：营业执照换证，见附件" />
      </Form.Item>
    </FormDialog>
  );
}
