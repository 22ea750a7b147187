// One scheme: who stands where, and what is to be done next with it.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useConfirm } from '../../../../platform/web/confirm.ts';
import { DetailPage, Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatInstant } from '../../../../platform/web/numbers.ts';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { sheetPath } from '../../domain/addresses.ts';
import { GRADES } from '../../domain/reckon.ts';
import { appraisals, type Results, type StandingRow } from '../api.ts';
import { GradeTag, points, SchemeState, TARGET_WORDS } from '../parts/words.tsx';

const WhatIf = lazy(() => import('../parts/what-if.tsx').then((part) => ({ default: part.WhatIf })));

export function ResultsPage() {
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const query = useQuery(appraisals.query.results.queryOptions({ input: { number } }));
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <OneScheme results={query.data as Results} />;
}

function OneScheme({ results }: { results: Results }) {
  const { number, name, state, isWhole, computed, standings } = results;
  const paper = { path: `appraisals/${encodeURIComponent(number)}/paper`, sheet: true };
  return (
    <DetailPage
      title={name}
      state={<SchemeState state={state} />}
      note={`${results.areaName} · ${results.year} 年 · 第 ${results.edition} 版`}
      listPath="/appraisals"
      actions={<Deeds results={results} />}
    >
      <Section
        title="方案"
        extra={<DocumentActions address={{ ...paper, query: { paper: 'indicators' }, name: '考核指标体系及评分表' }} />}
      >
        <Facts facts={factsOf(results)} />
      </Section>
      {computed ? (
        <Section
          title={`得分和名次（${formatCount(standings.length)} 个）`}
          extra={
            isWhole ? (
              <DocumentActions address={{ ...paper, query: { paper: 'results' }, name: '考核结果通报' }} />
            ) : null
          }
        >
          <Standings number={number} standings={standings} />
        </Section>
      ) : (
        <p className="sw-quiet">
          {isWhole ? '还没有计算。录入截止日期过后点“计算得分”。' : '得分告知以后，可以在这里看到。'}
        </p>
      )}
      <Indicators indicators={results.indicators} />
    </DetailPage>
  );
}

function factsOf({ number, targets, asOf, enteredBy, computed, earlier, objectionsUntil, openObjections }: Results) {
  return [
    { label: '方案编号', value: number },
    { label: '考核对象', value: TARGET_WORDS[targets] },
    { label: '数据截止', value: asOf },
    { label: '录入截止', value: enteredBy, basis: '这一天以后录入和更正的数据不计分' },
    {
      label: '计算',
      value: computed ? `${formatInstant(computed.at)} ${computed.by}` : undefined,
      basis: earlier > 0 ? `第 ${earlier + 1} 次计算，以前的结果仍然保留` : '计算后保存，数据更正不影响',
    },
    { label: '异议截止', value: objectionsUntil },
    ...(openObjections > 0
      ? [
          {
            label: '待答复异议',
            value: (
              <Link to="/registers/$code" params={{ code: 'assessment-objections' }} search={{ state: 'raised' }}>
                {openObjections} 条
              </Link>
            ),
          },
        ]
      : []),
  ];
}

function Deeds({ results }: { results: Results }) {
  const { number, state, isWhole, computed } = results;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const mayCompute = useMay('appraisals.compute');
  const [isTrying, setTrying] = useState(false);
  if (!isWhole || !mayCompute) return null;
  const record = `${results.countyCode}-${results.id}`;
  const isOpen = state === 'issued' || state === 'computed';
  return (
    <>
      {isOpen ? (
        <Button
          type="primary"
          onClick={() =>
            confirm({
              title: computed ? '重新计算得分' : '计算得分',
              what: `按 ${results.asOf} 的数据计算并保存；${results.enteredBy} 以后录入和更正的不计分。`,
              deed: '计算',
              run: async () => {
                await appraisals.client.compute({ requestId: newRequestId(), number });
                await queries.invalidateQueries({ queryKey: appraisals.query.key() });
              },
            })
          }
        >
          {computed ? '重新计算' : '计算得分'}
        </Button>
      ) : null}
      {computed ? <Button onClick={() => setTrying(true)}>试算权重</Button> : null}
      <Button
        onClick={() =>
          void navigate({
            ...{ to: '/registers/$code', params: { code: 'assessment-schemes' } },
            search: { record },
          })
        }
      >
        办理方案
      </Button>
      {results.publishedOn ? (
        <Button
          onClick={() =>
            void navigate({
              ...{ to: '/registers/$code', params: { code: 'assessment-uses' } },
              search: { 'by-schemeNumber': number },
            })
          }
        >
          结果运用
        </Button>
      ) : null}
      {isTrying ? (
        <Suspense fallback={null}>
          <WhatIf number={number} indicators={results.indicators} onClose={() => setTrying(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

const right = (key: string, title: string, render: (row: StandingRow) => string | number): ListColumn<StandingRow> => ({
  ...{ key, title, render, align: 'right', width: 90 },
});

const STANDINGS: ListColumn<StandingRow>[] = [
  { key: 'group', title: '组别', render: ({ group, groupSize }) => `${group}（${groupSize}）`, width: 150 },
  right('rank', '组内名次', ({ rank }) => rank ?? ''),
  { key: 'name', title: '地区', render: ({ name }) => name, width: 150, always: true },
  { key: 'grade', title: '等次', render: ({ grade }) => <GradeTag grade={grade} />, width: 90 },
  right('total', '总分', ({ total, rank }) => (rank === undefined ? '' : points(total))),
  right('sum', '指标得分', ({ sum, rank }) => (rank === undefined ? '' : points(sum))),
  right('bonus', '加分', ({ bonus }) => (bonus ? points(bonus) : '')),
  right('deduct', '扣分', ({ deduct }) => (deduct ? points(deduct) : '')),
  {
    ...{ key: 'notes', title: '提示', width: 260 },
    render: ({ missing, doubts, corrections, uncapped }) => (
      <>
        {missing > 0 ? <StateTag tone="orange">缺项 {missing}</StateTag> : null}
        {doubts > 0 ? <StateTag tone="yellow">分母需核对 {doubts}</StateTag> : null}
        {uncapped ? <StateTag tone="red">原为{GRADES[uncapped]}，已封顶</StateTag> : null}
        {corrections > 0 ? <StateTag>已更正 {corrections}</StateTag> : null}
      </>
    ),
  },
];

function Standings({ number, standings }: { number: string; standings: StandingRow[] }) {
  const navigate = useNavigate();
  return (
    <SmallTable
      label="得分和名次"
      columns={STANDINGS}
      rows={standings}
      rowKey={({ regionCode }) => regionCode}
      onOpen={({ regionCode }) => void navigate({ to: sheetPath(number, regionCode) })}
      none="没有您辖区内的考核对象。"
    />
  );
}

type Indicator = Results['indicators'][number];
const SOURCES = { class: '', figure: '系统指标', hand: '人工评分' } as const;

const INDICATORS: ListColumn<Indicator>[] = [
  { key: 'number', title: '编号', render: ({ number }) => number, width: 80 },
  { key: 'name', title: '指标', render: ({ name, source }) => (source === 'class' ? <b>{name}</b> : name), width: 240 },
  { key: 'source', title: '数据来源', render: ({ source }) => SOURCES[source], width: 100 },
  { key: 'weight', title: '权重', render: ({ weight }) => weight ?? '', width: 70, align: 'right' },
  { key: 'words', title: '计分办法', render: ({ words }) => words, width: 300 },
  { key: 'department', title: '责任部门', render: ({ department }) => department ?? '', width: 130 },
];

function Indicators({ indicators }: { indicators: Indicator[] }) {
  return (
    <Section title="指标">
      <SmallTable
        label="指标"
        columns={INDICATORS}
        rows={indicators}
        rowKey={({ number }) => number}
        none="还没有指标。请在“考核指标”台账里填写或导入。"
      />
    </Section>
  );
}
