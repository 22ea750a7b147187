// One query for similar problems: how many rows it finds in each county now, and each row with what was said of it.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { BulkAction, ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { narrowedTo } from '../../../../platform/web/registers/register-filters.ts';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { problemPath } from '../../domain/addresses.ts';
import type { QueryShown } from '../../domain/shapes.ts';
import { VERDICT_NAMES, VERDICTS, type Verdict } from '../../domain/similar.ts';
import { type FoundRow, rectification } from '../api.ts';
import { DecideDialog } from '../parts/decide-dialog.tsx';
import type { SearchedRows } from '../searched.ts';
import { foundSearch } from '../searches.ts';

type Run = QueryShown & { counties: { code: number; name: string; found: number; decided: number }[] };

export function QueryPage({ searched }: { searched: SearchedRows }) {
  const { id = '0' } = useParams({ strict: false }) as { id?: string };
  const { code: area } = useArea();
  const query = useQuery({
    ...rectification.query.runQuery.queryOptions({ input: { id: Number(id), area } }),
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <Loading rows={10} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const run = query.data as Run;
  return <Shown run={run} pathOf={searched.find(({ register }) => register.code === run.register)?.path} />;
}

const COLUMNS: ListColumn<FoundRow>[] = [
  { key: 'name', title: '记录', render: ({ name }) => name, width: 260, always: true },
  { key: 'place', title: '地区', render: ({ placeName }) => placeName, width: 170 },
  {
    ...{ key: 'verdict', title: '处理', width: 130 },
    render: ({ verdict }) =>
      verdict ? (
        <StateTag tone="green">{VERDICT_NAMES[verdict]}</StateTag>
      ) : (
        <StateTag tone="orange">没有处理</StateTag>
      ),
  },
  {
    ...{ key: 'problem', title: '问题编号', width: 200 },
    render: ({ problem }) => (problem ? <Link to={problemPath(problem)}>{problem}</Link> : ''),
  },
  { key: 'reason', title: '原因', render: ({ reason }) => reason ?? '', width: 220 },
];

/** `pathOf`: the page of a row, where it is none of a register. */
type ShownProps = { run: Run; pathOf: SearchedRows[number]['path'] | undefined };

function Shown({ run, pathOf }: ShownProps) {
  const navigate = useNavigate();
  const [deciding, setDeciding] = useState<{ verdict: Verdict; rows: FoundRow[] }>();
  const mayDecide = useMay('rectification.decide');
  const bulk = VERDICTS.map(
    (verdict): BulkAction<FoundRow> => ({
      label: VERDICT_NAMES[verdict],
      allowed: (rows) => rows.some((row) => row.verdict === undefined),
      run: (rows) => setDeciding({ verdict, rows: rows.filter((row) => row.verdict === undefined) }),
    }),
  );
  return (
    <>
      <ListPage
        id="rectification.query-rows"
        title={run.title}
        unit="条"
        search={foundSearch}
        filters={[]}
        columns={COLUMNS}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        queryKey={[...rectification.query.queryRows.key(), run.id]}
        fetch={({ cursor }, area, signal) =>
          rectification.client.queryRows({ id: run.id, area, ...(cursor ? { cursor } : {}) }, { signal })
        }
        onOpen={({ countyCode, id }) =>
          void navigate(
            pathOf
              ? { to: pathOf({ countyCode, id }) }
              : {
                  ...{ to: '/registers/$code', params: { code: run.register } },
                  search: { record: `${countyCode}-${id}` },
                },
          )
        }
        {...(mayDecide ? { bulk } : {})}
        actions={<Actions run={run} isRegister={!pathOf} />}
        emptyHint="现在没有符合条件的记录。以后再出现，这里就能查到。"
      >
        <Head run={run} />
      </ListPage>
      {deciding ? <DecideDialog query={run} {...deciding} onClose={() => setDeciding(undefined)} /> : null}
    </>
  );
}

function Actions({ run, isRegister }: { run: Run; isRegister: boolean }) {
  const cache = useQueryClient();
  const showFailure = useShowFailure();
  const mayWatch = useMay('rectification.watch');
  const [busy, setBusy] = useState(false);
  async function watch() {
    setBusy(true);
    await rectification.client
      .watch({ requestId: newRequestId(), id: run.id, watched: !run.watchedFrom })
      .then(() => cache.invalidateQueries({ queryKey: rectification.query.key() }))
      .catch(showFailure);
    setBusy(false);
  }
  return (
    <>
      {isRegister ? (
        <Link
          to="/registers/$code"
          params={{ code: run.register }}
          search={{ ...narrowedTo(run.filters), ...(run.state ? { state: run.state } : {}) }}
        >
          在台账中打开
        </Link>
      ) : null}
      {mayWatch ? (
        <Button loading={busy} onClick={() => void watch()}>
          {run.watchedFrom ? '停用长期核对' : '建章立制：启用长期核对'}
        </Button>
      ) : null}
    </>
  );
}

function Head({ run }: { run: Run }) {
  const navigate = useNavigate();
  return (
    <Section title={`${run.registerTitle}：${run.conditions.join('；')}`}>
      <p className="sw-quiet">
        为问题 <Link to={problemPath(run.number)}>{run.number}</Link> 举一反三，{run.by} 于 {run.on} 保存。
        {run.watchedFrom ? `${run.watchedFrom} 起作为长期核对规则。` : ''}
      </p>
      <SmallTable
        label="各旗县"
        columns={[
          { key: 'name', title: '旗县', render: ({ name }) => name, width: 180 },
          { key: 'found', title: '查到', render: ({ found }) => formatCount(found), width: 100, align: 'right' },
          {
            key: 'decided',
            title: '已处理',
            render: ({ decided }) => formatCount(decided),
            width: 100,
            align: 'right',
          },
        ]}
        rows={run.counties}
        rowKey={({ code }) => code}
        onOpen={({ code }) => void navigate({ to: '.', search: (old: object) => ({ ...old, area: code }) })}
        none="各旗县都没有查到。"
      />
    </Section>
  );
}
