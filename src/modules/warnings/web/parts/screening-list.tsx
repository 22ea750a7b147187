// Screenings done and under way, and starting one.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Space, Tooltip } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import { TakeBackDialog } from '../../../../platform/web/form/index.ts';
import { Block } from '../../../../platform/web/inspect/block.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatInstant } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { LEVELS } from '../../domain/rules.ts';
import { warnings } from '../api.ts';
import type { Screening } from '../types.ts';
import { LEVEL_WORDS } from './words.tsx';

const STATES: Record<Screening['state'], { word: string; tone: Tone }> = {
  queued: { word: '排队等候', tone: 'plain' },
  running: { word: '正在筛查', tone: 'orange' },
  done: { word: '已完成', tone: 'green' },
  failed: { word: '未能完成', tone: 'red' },
  undone: { word: '已撤销', tone: 'plain' },
};

const COLUMNS: ListColumn<Screening>[] = [
  { key: 'asOf', title: '筛查日', render: ({ asOf }) => asOf, width: 106 },
  { key: 'region', title: '范围', render: ({ regionName }) => regionName, width: 110 },
  {
    key: 'state',
    title: '状态',
    render: ({ state, problem }) => (
      <Tooltip title={problem}>
        <span>
          <StateTag tone={STATES[state].tone}>{STATES[state].word}</StateTag>
        </span>
      </Tooltip>
    ),
    width: 100,
  },
  {
    key: 'households',
    title: '预警（户）',
    render: ({ households }) => formatCount(households),
    width: 96,
    align: 'right',
  },
  ...LEVELS.map(
    (level): ListColumn<Screening> => ({
      key: level,
      title: LEVEL_WORDS[level],
      render: ({ byLevel, households }) => formatCount(households === undefined ? undefined : (byLevel[level] ?? 0)),
      width: 80,
      align: 'right',
    }),
  ),
  { key: 'notRun', title: '因缺名册未运行', render: ({ notRun }) => notRun.join('、') || '无', width: 130 },
  { key: 'who', title: '筛查人', render: ({ accountName }) => accountName, width: 100 },
  { key: 'at', title: '时间', render: ({ at }) => formatInstant(at), width: 136 },
];

const UNDO: ListColumn<Screening> = {
  key: 'undo',
  title: '',
  render: ({ asOf, undoable }) => (undoable ? <UndoScreening asOf={asOf} /> : null),
  width: 72,
};

const underWay = (rows: Screening[] | undefined) =>
  rows?.some(({ state }) => state === 'queued' || state === 'running') ?? false;

export function ScreeningList() {
  const mayStart = useMay('warnings.start-screening');
  const query = useQuery(
    warnings.query.screenings.queryOptions({ refetchInterval: ({ state }) => (underWay(state.data) ? 2_000 : false) }),
  );
  if (query.isPending) return <Loading />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Block title="历次筛查" extra={mayStart ? <StartScreening busy={underWay(query.data)} /> : null}>
      <SmallTable
        label="历次筛查"
        columns={mayStart ? [...COLUMNS, UNDO] : COLUMNS}
        rows={query.data}
        rowKey={({ asOf, regionCode }) => `${asOf} ${regionCode}`}
        none="还没有筛查过"
      />
    </Block>
  );
}

function StartScreening({ busy }: { busy: boolean }) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [day, setDay] = useState<Dayjs>(dayjs());

  async function start() {
    try {
      await warnings.client.startScreening({ requestId: newRequestId(), asOf: day.format('YYYY-MM-DD') });
      void message.success('筛查已开始，可以离开本页');
      await cache.invalidateQueries({ queryKey: warnings.query.key() });
    } catch (error) {
      void message.error(failureOf(error).message);
    }
  }

  return (
    <Space>
      <span className="sw-quiet">筛查日</span>
      <DatePicker
        size="small"
        aria-label="筛查日"
        allowClear={false}
        maxDate={dayjs()}
        value={day}
        onChange={(next) => next && setDay(next)}
      />
      <Button size="small" type="primary" disabled={busy} onClick={() => void start()}>
        开始筛查
      </Button>
    </Space>
  );
}

function UndoScreening({ asOf }: { asOf: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" type="link" onClick={() => setOpen(true)}>
        撤销
      </Button>
      {open ? (
        <TakeBackDialog
          title={`撤销 ${asOf} 的筛查`}
          about="撤销后恢复这次筛查之前的预警；期间填写的核实结果转到恢复的预警上。"
          done="筛查已撤销，之前的预警已恢复"
          takeBack={(reason, requestId) => warnings.client.undoScreening({ requestId, asOf, reason })}
          queryKey={warnings.query.key()}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
