// One pairing in a year: its plan with what ticks it off, deeds, money by what it is, others of the helper, and the year's report.

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { DetailPage, Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { narrowedTo } from '../../../../platform/web/registers/register-filters.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { pairingPath } from '../../domain/addresses.ts';
import {
  FUND_NATURES,
  PAIRING_KINDS,
  PLAN_PROGRESS,
  SUPPORT_FIELDS,
  SUPPORT_WAYS,
  VISITOR_LEVELS,
  wordOf,
} from '../../domain/pairing-words.ts';
import { type Pairing, pairing } from '../api.ts';
import { pairingSearch } from '../searches.ts';

export function PairingPage() {
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const { search, change } = useAddress(pairingSearch);
  const query = useQuery(pairing.query.one.queryOptions({ input: { number, year: search.year } }));
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <OnePairing one={query.data} onYear={(year) => change({ year }, 'replace')} />;
}

const yuan = (fen: number | undefined) =>
  fen === undefined ? '' : <span title={moneyTitle(fen)}>{formatMoney(fen)}</span>;

/** To the rows of a register, found by the number of the pairing. */
function Rows({ code, number, children }: { code: string; number: string; children: string }) {
  return (
    <Link
      to="/registers/$code"
      params={{ code }}
      search={(old: object) => ({ ...old, ...narrowedTo({ pairingNumber: number }) })}
    >
      <Button size="small">{children}</Button>
    </Link>
  );
}

function OnePairing({ one, onYear }: { one: Pairing; onYear: (year: number) => void }) {
  const navigate = useNavigate();
  const { number, helper, helpedName, countyName, sums, year } = one;
  const place = helpedName === countyName ? helpedName : `${countyName} ${helpedName}`;
  return (
    <DetailPage
      title={`${helper} → ${place}`}
      state={<StateTag tone={one.deeds.length > 0 ? 'green' : 'orange'}>{PAIRING_KINDS[one.kind]}</StateTag>}
      note={`${number} · ${year} 年 · 截至 ${one.asOf}`}
      listPath="/pairing/pairs"
      actions={
        <>
          <Select
            aria-label="年度"
            value={year}
            options={one.years.map((each) => ({ value: each, label: `${each} 年` }))}
            onChange={onYear}
          />
          <Button
            onClick={() =>
              void navigate({
                ...{ to: '/registers/$code', params: { code: 'pairings' } },
                search: { record: `${one.countyCode}-${one.id}` },
              })
            }
          >
            台账记录
          </Button>
        </>
      }
    >
      <Section
        title={`${year} 年帮扶`}
        extra={
          <DocumentActions
            address={{
              path: 'pairing/report',
              query: { number, year },
              name: `结对年度报告 ${number} ${year}`,
              sheet: true,
            }}
          />
        }
      >
        <Facts
          facts={[
            { label: '帮扶方', value: helper },
            { label: '包联干部', value: one.cadre },
            { label: '开始日期', value: one.startedOn },
            { label: '结束日期', value: one.endedOn },
            { label: '文号', value: one.documentNo ?? '没有文号' },
            { label: '计划完成', value: one.planned === 0 ? '没有计划' : `${one.done} / ${one.planned} 项` },
            { label: '直接投入', value: `${formatMoney(sums.directFen)} 元` },
            {
              label: '引进',
              value: `${formatMoney(sums.attractedFen)} 元`,
              basis: '引进的资金不是帮扶方自己的，不与直接投入相加',
            },
            { label: '物资折价', value: `${formatMoney(sums.goodsFen)} 元` },
            { label: '走访', value: `${formatCount(sums.visits)} 人次` },
            { label: '受益', value: `${formatCount(sums.times)} 人次`, basis: '人次不能换算成户数或人数' },
          ]}
        />
      </Section>
      <Section
        title="年度计划"
        extra={
          <Rows code="pairing-plans" number={number}>
            办理计划条目
          </Rows>
        }
      >
        <SmallTable
          label="年度计划"
          columns={PLAN_COLUMNS}
          rows={one.plan}
          rowKey={({ item }) => item}
          none="这一年没有报送计划。"
        />
      </Section>
      <Section
        title="帮扶记录"
        extra={
          <Rows code="support-records" number={number}>
            登记帮扶记录
          </Rows>
        }
      >
        <SmallTable
          label="帮扶记录"
          columns={DEED_COLUMNS}
          rows={one.deeds}
          rowKey={(deed) => deed.number}
          onOpen={(deed) =>
            void navigate({
              ...{ to: '/registers/$code', params: { code: 'support-records' } },
              search: { text: deed.number },
            })
          }
          none="这一年没有帮扶记录。"
        />
      </Section>
      <Section title="同一帮扶方和前后接续的结对">
        <SmallTable
          label="同一帮扶方和前后接续的结对"
          columns={OTHER_COLUMNS}
          rows={one.others}
          rowKey={(other) => other.number}
          onOpen={(other) => void navigate({ to: pairingPath(other.number) })}
          none="没有同一帮扶方的其他结对，也没有前后接续的结对。"
        />
      </Section>
    </DetailPage>
  );
}

type PlanLine = Pairing['plan'][number];

/** A line stands on what was done and shown, not on what was said of it. */
function ticked({ deeds, evidence, lastOn }: PlanLine): string {
  if (deeds === 0) return '还没有帮扶记录';
  return `${deeds} 次，佐证 ${evidence} 条，最近 ${lastOn ?? ''}`;
}

const PLAN_COLUMNS: ListColumn<PlanLine>[] = [
  { key: 'item', title: '条目', render: ({ item }) => item, width: 60, align: 'right' },
  { key: 'field', title: '领域', render: ({ field }) => wordOf(SUPPORT_FIELDS, field), width: 90 },
  { key: 'matter', title: '事项', render: ({ matter }) => matter, width: 240 },
  {
    ...{ key: 'target', title: '目标', width: 100, align: 'right' },
    render: ({ target, unit }) => (target === undefined ? '' : `${formatCount(target)} ${unit ?? ''}`),
  },
  { key: 'planned', title: '计划资金（元）', render: ({ plannedFen }) => yuan(plannedFen), width: 130, align: 'right' },
  { key: 'due', title: '完成时限', render: ({ dueOn }) => dueOn ?? '', width: 110 },
  {
    ...{ key: 'progress', title: '进展', width: 120 },
    render: ({ progress }) => (
      <StateTag tone={progress === 'confirmed' ? 'green' : 'plain'}>{wordOf(PLAN_PROGRESS, progress)}</StateTag>
    ),
  },
  { key: 'ticked', title: '帮扶记录', render: ticked, width: 240 },
  { key: 'spent', title: '投入（元）', render: ({ spentFen }) => yuan(spentFen), width: 120, align: 'right' },
];

const DEED_COLUMNS: ListColumn<Pairing['deeds'][number]>[] = [
  { key: 'on', title: '日期', render: ({ on }) => on, width: 110 },
  { key: 'field', title: '领域', render: ({ field }) => wordOf(SUPPORT_FIELDS, field), width: 90 },
  { key: 'way', title: '方式', render: ({ way }) => wordOf(SUPPORT_WAYS, way), width: 90 },
  { key: 'content', title: '内容', render: ({ content }) => content, width: 260 },
  { key: 'amount', title: '金额（元）', render: ({ amountFen }) => yuan(amountFen), width: 120, align: 'right' },
  { key: 'nature', title: '资金性质', render: ({ nature }) => wordOf(FUND_NATURES, nature), width: 90 },
  { key: 'goods', title: '物资折价（元）', render: ({ goodsFen }) => yuan(goodsFen), width: 130, align: 'right' },
  {
    ...{ key: 'visit', title: '走访', width: 130 },
    render: ({ visitor, visits }) => (visits === undefined ? '' : `${wordOf(VISITOR_LEVELS, visitor)} ${visits} 人次`),
  },
  { key: 'item', title: '条目', render: ({ item }) => item ?? '', width: 60 },
  { key: 'evidence', title: '佐证', render: ({ hasEvidence }) => (hasEvidence ? '有' : '没有'), width: 70 },
  { key: 'confirmed', title: '受帮扶方确认', render: ({ confirmedOn }) => confirmedOn ?? '还没有确认', width: 120 },
];

const RELATIONS = { 'same-helper': '同一帮扶方', before: '以前', after: '以后' } as const;

const OTHER_COLUMNS: ListColumn<Pairing['others'][number]>[] = [
  { key: 'relation', title: '关系', render: ({ relation }) => RELATIONS[relation], width: 110 },
  { key: 'helper', title: '帮扶方', render: ({ helper }) => helper, width: 190 },
  { key: 'helped', title: '受帮扶地区', render: ({ helpedName }) => helpedName, width: 150 },
  { key: 'kind', title: '类型', render: ({ kind }) => PAIRING_KINDS[kind], width: 150 },
  { key: 'started', title: '开始日期', render: ({ startedOn }) => startedOn, width: 110 },
  { key: 'ended', title: '结束日期', render: ({ endedOn }) => endedOn ?? '', width: 110 },
];
