// 责任空缺: posts, households under watch, villages, projects and assets that nobody answers for.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { GAP_KINDS, GAP_NAMES, type GapKind } from '../../domain/chain.ts';
import { duties, type GapRow } from '../api.ts';
import { gapsSearch } from '../searches.ts';

const isKind = (text: string | undefined): text is GapKind => GAP_KINDS.some((kind) => kind === text);

const COLUMNS: ListColumn<GapRow>[] = [
  {
    key: 'kind',
    title: '情况',
    render: ({ kind, late }) => <StateTag tone={late ? 'red' : 'orange'}>{GAP_NAMES[kind]}</StateTag>,
    width: 220,
  },
  { key: 'title', title: '岗位或对象', render: ({ title }) => title, width: 260 },
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 150 },
  { key: 'since', title: '起始日期', render: ({ since }) => since ?? '没有登记过', width: 120 },
];

/** The list where the row can be mended. */
const REGISTERS: Record<Exclude<GapKind, 'case-unnamed' | 'case-person-left'>, string> = {
  'vacant-post': 'duty-terms',
  'village-without-team': 'team-postings',
  'project-unnamed': 'projects',
  'project-person-left': 'projects',
  'asset-unkept': 'assets',
};

export function GapsPage() {
  const navigate = useNavigate();
  const { code: area } = useArea();
  const { search, change } = useAddress(gapsSearch);
  const kind = isKind(search.kind) ? search.kind : undefined;
  const query = useQuery({
    ...duties.query.gaps.queryOptions({ input: { area, kind } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;

  function open({ kind: of, subject, regionCode }: GapRow) {
    if (of === 'case-unnamed' || of === 'case-person-left') void navigate({ to: `/cases/${subject}` });
    else if (of === 'vacant-post' || of === 'village-without-team')
      void navigate({
        to: '/registers/$code',
        params: { code: REGISTERS[of] },
        search: (old: object) => ({ ...old, area: regionCode }),
      });
    else
      void navigate({
        to: '/registers/$code',
        params: { code: REGISTERS[of] },
        search: (old: object) => ({ ...old, text: subject }),
      });
  }

  return (
    <div className="sw-page">
      <PageTitle
        title="责任空缺"
        note={data ? `${data.areaName} · 截至 ${data.asOf} · 岗位空缺超过 ${data.vacantDays} 天标红` : ''}
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? (
        <>
          <Segmented
            value={data.rows[0]?.kind ?? kind ?? GAP_KINDS[0]}
            options={GAP_KINDS.map((value) => ({ value, label: `${GAP_NAMES[value]} ${data.counts[value] ?? 0}` }))}
            onChange={(value: GapKind) => change({ kind: value })}
          />
          <SmallTable
            label="没有人负责的岗位和对象"
            columns={COLUMNS}
            rows={data.rows}
            rowKey={({ kind: of, subject }) => `${of} ${subject}`}
            onOpen={open}
            none="没有这样的空缺。"
          />
          {data.rows.length >= 200 ? <p className="sw-quiet">只列出最久的 200 条，请缩小区域再看其余的。</p> : null}
        </>
      ) : null}
    </div>
  );
}
