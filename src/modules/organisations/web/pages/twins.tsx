// 单位合并: units that look like one under two codes, and merges that were made.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { useConfirm } from '../../../../platform/web/confirm.ts';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatInstant } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { ORGANISATION_KINDS } from '../../domain/organisation-register.ts';
import { TWIN_SIGNS } from '../../domain/twins.ts';
import { organisations, registerImports, type TwinGroup, type Twins, type Unit } from '../api.ts';
import { MergeDialog } from '../parts/merge-dialog.tsx';
import { twinsSearch } from '../searches.ts';

export function TwinsPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(twinsSearch);
  const query = useQuery({
    ...organisations.query.twins.queryOptions({ input: { area, text: search.text } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle title="单位合并" note={data ? `疑似同一单位 ${formatCount(data.groups.length)} 组` : ''} />
      <div className="sw-filters">
        <Input.Search
          aria-label="单位名称或代码"
          placeholder="单位名称或代码"
          defaultValue={search.text ?? ''}
          allowClear
          style={{ width: 240 }}
          onSearch={(text) => change({ text: text.trim() || undefined })}
        />
      </div>
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? <Shown data={data} /> : null}
    </div>
  );
}

function Shown({ data: { groups, merges } }: { data: Twins }) {
  const cache = useQueryClient();
  const [merged, setMerged] = useState<TwinGroup>();
  const renew = () => cache.invalidateQueries({ queryKey: organisations.query.key() });
  return (
    <>
      {groups.length === 0 ? (
        <Empty what="当前区域没有疑似同一单位的两个代码" hint="名称不像、确是一家的，请先改正名称。" />
      ) : null}
      {groups.map((group) => (
        <Group key={`${group.sign} ${group.units[0]?.code}`} group={group} onMerge={() => setMerged(group)} />
      ))}
      <Merges merges={merges} onUndone={renew} />
      {merged ? <MergeDialog units={merged.units} onDone={renew} onClose={() => setMerged(undefined)} /> : null}
    </>
  );
}

const UNIT_COLUMNS: ListColumn<Unit>[] = [
  {
    ...{ key: 'code', title: '单位代码', width: 190 },
    render: ({ code }) => (
      <Link to="/registers/$code" params={{ code: 'organisations' }} search={(old: object) => ({ ...old, text: code })}>
        {code}
      </Link>
    ),
  },
  { key: 'name', title: '单位名称', render: ({ name }) => name, width: 280 },
  { key: 'kind', title: '类别', render: ({ kind }) => ORGANISATION_KINDS[kind], width: 130 },
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 130 },
  { key: 'rows', title: '用到的记录（条）', render: ({ rows }) => formatCount(rows), width: 130, align: 'right' },
  { key: 'closed', title: '撤销日期', render: ({ closedOn }) => closedOn ?? '', width: 110 },
];

function Group({ group: { sign, alike, units }, onMerge }: { group: TwinGroup; onMerge: () => void }) {
  const mayMerge = useMay('organisations.merge');
  return (
    <Section
      title={
        <>
          <StateTag tone="orange">{TWIN_SIGNS[sign]}</StateTag> {alike}
        </>
      }
      extra={
        mayMerge ? (
          <Button size="small" onClick={onMerge}>
            合并
          </Button>
        ) : null
      }
    >
      <SmallTable label={alike} columns={UNIT_COLUMNS} rows={units} rowKey={({ code }) => code} none="" />
    </Section>
  );
}

type Merge = Twins['merges'][number];

function Merges({ merges, onUndone }: { merges: Merge[]; onUndone: () => Promise<unknown> }) {
  const confirm = useConfirm();
  const mayUndo = useMay('registers.undo-import');
  const undo = ({ setId, from, to, rows }: Merge) =>
    confirm({
      ...{ title: '撤销合并', deed: '撤销合并' },
      what: `${from} 恢复为单独的单位，改到 ${to} 的 ${formatCount(rows)} 条记录改回原样。`,
      run: async () => {
        await registerImports.client.undo({ id: setId, requestId: newRequestId() });
        await onUndone();
      },
    });
  const columns: ListColumn<Merge>[] = [
    { key: 'at', title: '时间', render: ({ at }) => formatInstant(at), width: 150 },
    { key: 'by', title: '经办', render: ({ by }) => by, width: 110 },
    { key: 'from', title: '并入', render: ({ from }) => from, width: 190 },
    { key: 'to', title: '保留', render: ({ to }) => to, width: 190 },
    { key: 'rows', title: '记录（条）', render: ({ rows }) => formatCount(rows), width: 100, align: 'right' },
    {
      ...{ key: 'undo', title: '撤销', width: 110 },
      render: (merge) => {
        if (merge.isUndone) return '已撤销';
        return mayUndo ? (
          <Button size="small" onClick={() => undo(merge)}>
            撤销合并
          </Button>
        ) : null;
      },
    },
  ];
  return (
    <Section title="已办合并">
      <SmallTable
        label="已办合并"
        columns={columns}
        rows={merges}
        rowKey={({ setId }) => setId}
        none="没有合并过单位。"
      />
    </Section>
  );
}
