// 试算权重: other weights, and who would stand where. Nothing is kept.

import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { GuardedModal } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { appraisals, type Results, type Tried } from '../api.ts';
import { GradeTag, points } from './words.tsx';

type Indicator = Results['indicators'][number];
type Weights = { number: string; weight: number }[];
type WhatIfProps = { number: string; indicators: Indicator[]; onClose: () => void };

function moved({ rank, newRank }: Tried): string {
  if (rank === undefined || newRank === undefined || rank === newRank) return '';
  return rank > newRank ? `↑${rank - newRank}` : `↓${newRank - rank}`;
}

const COLUMNS: ListColumn<Tried>[] = [
  { key: 'group', title: '组别', render: ({ group }) => group },
  { key: 'name', title: '地区', render: ({ name }) => name },
  { key: 'rank', title: '现名次', render: ({ rank }) => rank ?? '', align: 'right' },
  { key: 'newRank', title: '试算名次', render: ({ newRank }) => newRank ?? '', align: 'right' },
  { key: 'moved', title: '变化', render: moved },
  { key: 'total', title: '现总分', render: ({ total }) => points(total), align: 'right' },
  { key: 'newTotal', title: '试算总分', render: ({ newTotal }) => points(newTotal), align: 'right' },
  { key: 'grade', title: '现等次', render: ({ grade }) => <GradeTag grade={grade} /> },
  { key: 'newGrade', title: '试算等次', render: ({ newGrade }) => <GradeTag grade={newGrade} /> },
];

export function WhatIf({ number, indicators, onClose }: WhatIfProps) {
  const scored = indicators.filter(({ source }) => source !== 'class');
  const [weights, setWeights] = useState<Weights>(
    scored.map(({ number: own, weight = 0 }) => ({ number: own, weight })),
  );
  const [asked, setAsked] = useState<Weights>();
  const query = useQuery({
    ...appraisals.query.whatIf.queryOptions({ input: { number, weights: asked ?? [] } }),
    enabled: asked !== undefined,
  });
  const sum = Math.round(weights.reduce((all, { weight }) => all + weight, 0) * 100) / 100;
  const set = (own: string, weight: number | null) =>
    setWeights((old) => old.map((one) => (one.number === own ? { ...one, weight: weight ?? 0 } : one)));
  const columns: ListColumn<Indicator>[] = [
    { key: 'number', title: '编号', render: ({ number: own }) => own },
    { key: 'name', title: '指标', render: ({ name }) => name },
    { key: 'weight', title: '现权重', render: ({ weight }) => weight ?? '', align: 'right' },
    {
      ...{ key: 'new', title: '试算权重', align: 'right' },
      render: ({ number: own, name }) => (
        <InputNumber
          aria-label={`${name} 试算权重`}
          min={0}
          max={100}
          precision={2}
          value={weights.find((one) => one.number === own)?.weight ?? 0}
          onChange={(value) => set(own, value)}
        />
      ),
    },
  ];
  return (
    <GuardedModal title="试算权重" width={980} onClose={onClose}>
      <p className="sw-quiet">只试算，不改变已算的得分；异议更正过的得分不带入试算。</p>
      <SmallTable
        label="试算权重"
        columns={columns}
        rows={scored}
        rowKey={({ number: own }) => own}
        none="没有计分指标。"
      />
      <p>
        权重合计 <b>{sum}</b>
        {sum === 100 ? '' : '，应为 100'}{' '}
        <Button type="primary" disabled={sum !== 100} loading={query.isFetching} onClick={() => setAsked(weights)}>
          试算
        </Button>
      </p>
      {query.isFetching && !query.data ? <Loading rows={6} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <SmallTable
          label="试算结果"
          columns={COLUMNS}
          rows={query.data}
          rowKey={({ regionCode }) => regionCode}
          none="没有考核对象。"
        />
      ) : null}
    </GuardedModal>
  );
}
