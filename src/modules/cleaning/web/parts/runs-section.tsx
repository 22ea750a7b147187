// Runs of an area: how far one is, what it found, and beginning another.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { DayInput, FormDialog, todayText } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { RowButton } from '../../../../platform/web/list/row-button.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatInstant } from '../../../../platform/web/numbers.ts';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { cleaning, type Run } from '../api.ts';
import { RunTag } from './words.tsx';

const LOOK_AGAIN_MS = 1500;
const isUnderWay = ({ state }: Run) => state === 'queued' || state === 'running';

const number = (key: string, title: string, of: (run: Run) => number): ListColumn<Run> => ({
  ...{ key, title, width: 84, align: 'right' },
  render: (run) => formatCount(of(run)),
});

const COLUMNS: ListColumn<Run>[] = [
  { key: 'state', title: '状态', render: ({ state }) => <RunTag state={state} />, width: 84 },
  { key: 'name', title: '批次', render: ({ name }) => name, width: 180 },
  { key: 'area', title: '地区', render: ({ areaName }) => areaName, width: 110 },
  { key: 'asOf', title: '数据截止日', render: ({ asOf }) => asOf, width: 106 },
  { key: 'done', title: '旗县', render: ({ done, counties }) => `${done} / ${counties}`, width: 76, align: 'right' },
  number('found', '查出', ({ found }) => found),
  number('opened', '新疑点', ({ opened }) => opened),
  number('reused', '说明沿用', ({ reused }) => reused),
  number('closed', '销号', ({ closed, explained }) => closed + explained),
  number('reopened', '未改好', ({ reopened }) => reopened),
  { key: 'version', title: '规则版本', render: ({ rulesetVersion }) => rulesetVersion, width: 76, align: 'right' },
  { key: 'by', title: '发起', render: ({ accountName, at }) => `${accountName} ${formatInstant(at)}`, width: 200 },
  { key: 'problem', title: '原因', render: ({ problem }) => problem ?? '', width: 200 },
];

export function RunsSection({ area }: { area: number }) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const mayCancel = useMay('cleaning.cancel-run');
  const { data } = useQuery({
    ...cleaning.query.runs.queryOptions({ input: { area } }),
    refetchInterval: ({ state }) => (state.data?.runs.some(isUnderWay) ? LOOK_AGAIN_MS : false),
  });
  const runs = data?.runs ?? [];
  const isBusy = runs.some(isUnderWay);
  const refresh = () => cache.invalidateQueries({ queryKey: cleaning.query.key() });
  // What a run found is on the board when it is over.
  useEffect(() => {
    if (!isBusy) void cache.invalidateQueries({ queryKey: cleaning.query.board.key() });
  }, [isBusy, cache]);
  const act: ListColumn<Run> = {
    ...{ key: 'act', title: '', width: 64, control: true },
    render: (run) =>
      isUnderWay(run) ? (
        <RowButton
          onClick={() =>
            void cleaning.client
              .cancelRun({ requestId: newRequestId(), id: run.id })
              .then(refresh, () => message.error('没有取消。请刷新后查看。'))
          }
        >
          取消
        </RowButton>
      ) : null,
  };
  return (
    <Section title="清洗批次">
      <SmallTable
        label="清洗批次"
        columns={mayCancel ? [act, ...COLUMNS] : COLUMNS}
        rows={runs}
        rowKey={({ id }) => id}
        none="还没有清洗过。"
      />
    </Section>
  );
}

type Fields = { name: string; asOf: string };

export function RunDialog({ area, onClose }: { area: number; onClose: () => void }) {
  const cache = useQueryClient();
  const [today] = useState(todayText);
  return (
    <FormDialog<Fields>
      title="开始清洗"
      about="检查当前区域（旗县以上）全部在册户和成员。同时只能有一次清洗，可以随时取消。"
      draft={{ form: 'cleaning-run', record: String(area), title: '开始清洗' }}
      initialValues={{ asOf: today, name: `${today.slice(0, 7)} 数据清洗` }}
      deed={{ label: '开始' }}
      onSend={async (fields, requestId) => {
        await cleaning.client.startRun({ requestId, area, ...fields });
      }}
      done="已开始"
      onSent={() => cache.invalidateQueries({ queryKey: cleaning.query.key() })}
      onClose={onClose}
    >
      <Form.Item name="name" label="批次名称" rules={[{ required: true, whitespace: true, message: '请填写批次名称' }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="asOf" label="数据截止日" rules={[{ required: true, message: '请选择数据截止日' }]}>
        <DayInput latest={today} />
      </Form.Item>
    </FormDialog>
  );
}
