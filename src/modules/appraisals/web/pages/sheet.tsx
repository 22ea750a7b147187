// 得分明细: each indicator of one of the assessed with its value and score; a figure opens to the rows it was counted from, as they were
// known on the last day of entering.

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Tooltip } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { DetailPage, Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { resultsPath } from '../../domain/addresses.ts';
import { ADJUSTMENTS, GRADES } from '../../domain/reckon.ts';
import { BASE_DOUBTS } from '../../domain/run.ts';
import { appraisals, type Sheet } from '../api.ts';
import { GradeTag, points } from '../parts/words.tsx';

const ObjectDialog = lazy(() => import('../parts/object-dialog.tsx').then((part) => ({ default: part.ObjectDialog })));

export function SheetPage() {
  const { number = '', region = '' }: { number?: string; region?: string } = useParams({ strict: false });
  const query = useQuery(appraisals.query.sheet.queryOptions({ input: { number, region: Number(region) } }));
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <OneSheet sheet={query.data as Sheet} />;
}

function OneSheet({ sheet }: { sheet: Sheet }) {
  const { number, standing, adjustments } = sheet;
  const mayObject = useMay('appraisals.object') && sheet.mayObject;
  const [isObjecting, setObjecting] = useState(false);
  return (
    <DetailPage
      title={`${standing.name} 得分明细`}
      state={<GradeTag grade={standing.grade} />}
      note={`${sheet.name} · 数据截至 ${sheet.asOf} · ${sheet.enteredBy} 以前录入`}
      listPath={resultsPath(number)}
      actions={
        mayObject ? (
          <Button type="primary" onClick={() => setObjecting(true)}>
            提出异议
          </Button>
        ) : null
      }
    >
      <Section
        title="总分"
        extra={
          <DocumentActions
            address={{
              ...{ path: `appraisals/${encodeURIComponent(number)}/paper`, sheet: true },
              ...{ query: { paper: 'sheet', region: standing.regionCode }, name: `${standing.name}得分明细` },
            }}
          />
        }
      >
        <Facts facts={factsOf(sheet)} />
      </Section>
      <Section title="指标得分">
        <Values sheet={sheet} />
      </Section>
      {adjustments.length > 0 ? (
        <Section title="加减分和否决">
          <SmallTable
            label="加减分和否决"
            columns={ADJUSTED}
            rows={adjustments}
            rowKey={({ number: own }) => own}
            none=""
          />
        </Section>
      ) : null}
      {isObjecting ? (
        <Suspense fallback={null}>
          <ObjectDialog sheet={sheet} onClose={() => setObjecting(false)} />
        </Suspense>
      ) : null}
    </DetailPage>
  );
}

function factsOf({ standing }: Sheet) {
  const { total, sum, bonus, deduct, rank, group, groupSize, missing, grade, uncapped } = standing;
  return [
    { label: '总分', value: rank === undefined ? '不排名' : points(total), basis: '指标得分 + 加分 − 扣分' },
    {
      label: '等次',
      value: grade ? `${GRADES[grade]}${uncapped ? `（原为${GRADES[uncapped]}，已封顶）` : ''}` : '不排名',
    },
    { label: '组别', value: `${group}，${groupSize} 个` },
    { label: '组内名次', value: rank === undefined ? '不排名' : `第 ${rank} 名` },
    {
      label: '指标得分',
      value: points(sum),
      basis: missing > 0 ? '有数据的指标得分合计，除以它们的权重合计再乘 100' : '各指标得分合计',
    },
    { label: '缺项', value: `${missing} 项`, basis: '没有数据不是零分，不计权重' },
    { label: '加分', value: points(bonus) },
    { label: '扣分', value: points(deduct) },
  ];
}

type Row = Sheet['indicators'][number] & { value?: Sheet['values'][number] | undefined };

function Values({ sheet }: { sheet: Sheet }) {
  const { asOf, enteredBy, standing } = sheet;
  const rows: Row[] = sheet.indicators.map((one) => ({
    ...one,
    value: sheet.values.find(({ indicator }) => indicator === one.number),
  }));
  const search = { area: String(standing.regionCode), day: asOf, knownBy: enteredBy };
  const columns: ListColumn<Row>[] = [
    { key: 'number', title: '编号', render: ({ number }) => number, width: 70 },
    {
      ...{ key: 'name', title: '指标', width: 220 },
      render: ({ name, source, figure }) => {
        if (source === 'class') return <b>{name}</b>;
        if (!figure) return name;
        return (
          <Link to="/figures/$figure" params={{ figure }} search={search} title="看由哪些记录算出">
            {name}
          </Link>
        );
      },
    },
    {
      ...{ key: 'value', title: '值', width: 130, align: 'right' },
      render: ({ value, unit }) => (value ? `${value.shown}${value.points === undefined ? '' : (unit ?? '')}` : ''),
    },
    {
      ...{ key: 'base', title: '分母（个）', width: 100, align: 'right' },
      render: ({ value }) => (value?.base === undefined ? '' : formatCount(value.base)),
    },
    {
      ...{ key: 'before', title: '上年同日', width: 110, align: 'right' },
      render: ({ value, source }) => (source === 'figure' ? (value?.before ?? UNKNOWN) : ''),
    },
    { key: 'weight', title: '权重', render: ({ weight }) => weight ?? '', width: 70, align: 'right' },
    {
      ...{ key: 'points', title: '得分', width: 110, align: 'right' },
      render: ({ value }) =>
        value ? (
          <b title={value.computedPoints === undefined ? undefined : `计算得分 ${points(value.computedPoints)}`}>
            {points(value.points)}
          </b>
        ) : (
          ''
        ),
    },
    { key: 'words', title: '计分办法', render: ({ words }) => words, width: 230 },
    { key: 'notes', title: '提示', render: (row) => <Notes row={row} />, width: 220 },
  ];
  return (
    <SmallTable label="指标得分" columns={columns} rows={rows} rowKey={({ number }) => number} none="没有指标。" />
  );
}

function Notes({ row: { value } }: { row: Row }) {
  if (!value) return null;
  return (
    <>
      {value.points === undefined ? <StateTag tone="orange">缺项</StateTag> : null}
      {value.doubts.map((doubt) => (
        <Tooltip key={doubt} title={`分母 ${value.base ?? UNKNOWN}，上年同日 ${value.baseBefore ?? UNKNOWN}`}>
          <span>
            <StateTag tone="yellow">{BASE_DOUBTS[doubt]}</StateTag>
          </span>
        </Tooltip>
      ))}
      {value.computedPoints === undefined ? null : <StateTag>异议采纳，原 {points(value.computedPoints)}</StateTag>}
      {value.marks.map(({ scorer, value: mark, evidence, scoredOn }) => (
        <div key={scorer} className="sw-quiet">
          {scorer} {scoredOn} 评 {mark}：{evidence}
        </div>
      ))}
    </>
  );
}

type Adjusted = Sheet['adjustments'][number];

const ADJUSTED: ListColumn<Adjusted>[] = [
  { key: 'kind', title: '类别', render: ({ kind }) => ADJUSTMENTS[kind], width: 100 },
  {
    key: 'points',
    title: '分值',
    render: ({ points: own }) => (own === undefined ? '' : points(own)),
    width: 80,
    align: 'right',
  },
  { key: 'reason', title: '事由', render: ({ reason }) => reason, width: 260 },
  { key: 'evidence', title: '佐证', render: ({ evidence }) => evidence, width: 240 },
  { key: 'on', title: '发生日期', render: ({ occurredOn }) => occurredOn, width: 110 },
  { key: 'problem', title: '问题编号', render: ({ problemNumber }) => problemNumber ?? '', width: 120 },
  { key: 'idle', title: '说明', render: ({ idle }) => (idle ? '同一问题已扣，不重复计' : ''), width: 180 },
];
