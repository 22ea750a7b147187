// Gives warnings to somebody, with the deadline as it is or another one.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { ROLE_NAMES } from '../../../../kernel/operation.ts';
import { DayInput, FormDialog } from '../../../../platform/web/form/index.ts';
import { warnings } from '../api.ts';

type Row = { countyCode: number; id: number; villageCode: number; dueOn: string };

type AssignDialogProps = { rows: Row[]; onDone?: () => void; onClose: () => void };

type Fields = { assigneeId: number; dueOn?: string };

export function AssignDialog({ rows, onDone, onClose }: AssignDialogProps) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const villages = new Set(rows.map(({ villageCode }) => villageCode));
  // With warnings of one village those who serve it are offered first; else anybody of the area.
  const villageCode = villages.size === 1 && !text ? rows[0]?.villageCode : undefined;
  const people = useQuery(
    warnings.query.assignees.queryOptions({ input: { villageCode, text: text || undefined }, staleTime: 30_000 }),
  );
  const deadlines = [...new Set(rows.map(({ dueOn }) => dueOn))];

  return (
    <FormDialog<Fields, { assigned: number }>
      title={`指派核实人（${rows.length} 户）`}
      width={460}
      deed={{ label: '指派' }}
      onSend={({ assigneeId, dueOn }, requestId) => {
        const given = rows.map(({ countyCode, id }) => ({ countyCode, id }));
        return warnings.client.assign({ requestId, warnings: given, assigneeId, ...(dueOn ? { dueOn } : {}) });
      }}
      onSent={async ({ assigned }) => {
        void message.success(`已指派 ${assigned} 户`);
        await cache.invalidateQueries({ queryKey: warnings.query.key() });
        onDone?.();
      }}
      onClose={onClose}
    >
      <Form.Item name="assigneeId" label="核实人" rules={[{ required: true, message: '请选择核实人' }]}>
        <Select
          showSearch={{ filterOption: false, onSearch: setText }}
          loading={people.isFetching}
          placeholder="选择，或输入姓名查找"
          notFoundContent={people.isFetching ? '正在查找' : '所选预警的区域内没有可以指派的账号'}
          options={(people.data ?? []).map(({ id, name, role, areaName }) => ({
            value: id,
            label: `${name}（${areaName} ${ROLE_NAMES[role]}）`,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="dueOn"
        label="核实期限"
        extra={deadlines.length === 1 ? `不填则仍为 ${deadlines[0]}。` : '不填则各户期限不变。'}
      >
        <DayInput earliest={dayjs().format('YYYY-MM-DD')} />
      </Form.Item>
    </FormDialog>
  );
}
