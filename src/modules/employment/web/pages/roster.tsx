// 名册比对: what the rosters of 人社 and 医保 say of this month's jobs, accepted one by one or together.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { useConfirm } from '../../../../platform/web/confirm.ts';
import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { employment, type Roster, type RosterLine } from '../api.ts';
import { MonthSelect, monthOf } from '../parts/month-select.tsx';
import { rosterSearch } from '../searches.ts';
import '../employment.css';

const PROPOSED: Record<RosterLine['proposes'], { word: string; tone: Tone }> = {
  working: { word: '确认在岗', tone: 'green' },
  left: { word: '登记离岗', tone: 'red' },
  check: { word: '请核对', tone: 'orange' },
};

export function RosterPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(rosterSearch);
  const month = monthOf(search.month);
  const query = useQuery({
    ...employment.query.roster.queryOptions({ input: { area, month } }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="sw-page">
      <PageTitle
        title="务工名册比对"
        actions={<MonthSelect value={month} onChange={(value) => change({ month: value })} />}
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {query.data ? <Proposals roster={query.data} /> : null}
    </div>
  );
}

/** Writes what is accepted and tells how much of it stands. */
function useAccept(month: string) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  return async (rows: readonly RosterLine[]) => {
    const entries = rows.map(({ countyCode, id }) => ({ countyCode, id }));
    try {
      const { kept, refused } = await employment.client.acceptRoster({ requestId: newRequestId(), month, entries });
      const rest = refused.length > 0 ? `，${refused.length} 人没有写入：${refused[0]?.reason}` : '';
      void message.success(`已写入 ${kept} 人${rest}`);
    } catch (error) {
      void message.error(failureOf(error).message);
    }
    await cache.invalidateQueries({ queryKey: employment.query.key() });
  };
}

function Proposals({ roster: { month, counts, rows } }: { roster: Roster }) {
  const may = useMay('employment.accept-roster');
  const confirm = useConfirm();
  const accept = useAccept(month);
  const writable = rows.filter(({ proposes }) => proposes !== 'check');
  const of = (proposes: RosterLine['proposes']) => writable.filter((row) => row.proposes === proposes).length;
  const askAll = () =>
    confirm({
      title: `接受 ${writable.length} 人的建议？`,
      what: `将写入 ${month.slice(0, 7)} 的月确认：在岗 ${of('working')} 人；登记离岗 ${of('left')} 人，离岗日期按名册，原因记“其他”。依据写在备注里。`,
      deed: '全部接受',
      run: () => accept(writable),
    });
  const columns: ListColumn<RosterLine>[] = [
    {
      key: 'proposes',
      title: '建议',
      render: ({ proposes }) => <StateTag tone={PROPOSED[proposes].tone}>{PROPOSED[proposes].word}</StateTag>,
      width: 110,
    },
    { key: 'name', title: '姓名', render: ({ name }) => name, width: 90 },
    { key: 'words', title: '依据', render: ({ words }) => words, width: 260 },
    { key: 'employer', title: '登记的单位', render: ({ employer }) => employer ?? '', width: 160 },
    { key: 'last', title: '上次确认', render: ({ lastOn }) => lastOn ?? '从未确认', width: 110 },
    { key: 'region', title: '嘎查村', render: ({ regionName }) => regionName, width: 120 },
    {
      key: 'accept',
      title: '办理',
      render: (row) =>
        may && row.proposes !== 'check' ? (
          <Button size="small" aria-label={`接受${row.name}的建议`} onClick={() => void accept([row])}>
            接受
          </Button>
        ) : null,
      width: 80,
      control: true,
    },
  ];
  return (
    <>
      <p className="sw-job-total">
        建议确认在岗 <b>{formatCount(counts.working)}</b> 登记离岗 <b>{formatCount(counts.left)}</b>
        <span className="sw-quiet">请核对 {formatCount(counts.check)}</span>
        <span className="sw-grow" />
        {may && writable.length > 0 ? (
          <Button type="primary" onClick={askAll}>
            全部接受（{writable.length}）
          </Button>
        ) : null}
      </p>
      <SmallTable
        label="名册比对"
        columns={columns}
        rows={rows}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        none="名册没有可以用来确认的新情况。"
      />
      {rows.length >= 200 ? <p className="sw-quiet">只列出 200 人，接受后再列其余的。</p> : null}
    </>
  );
}
