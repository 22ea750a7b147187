// 资金流向: a year's money from the budget down, with what is left at each step; each region opens the ones below it.

import { DownloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { download } from '../../../../platform/web/downloads.ts';
import { formatCount, formatMoney, moneyTitle, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { type Flow, type FlowRow, money } from '../api.ts';
import { AskedBar, useAsked } from '../parts/asked.tsx';
import { MoneySteps } from '../parts/steps.tsx';
import { flowSearch } from '../searches.ts';
import '../money.css';

/** 5000 → 50%: rounded down, so that 100 means all. */
export function shareText(share: number | undefined): string {
  return share === undefined ? UNKNOWN : `${(Math.floor(share / 10) / 10).toFixed(1)}%`;
}

export function FlowPage() {
  const { code: area } = useArea();
  const asked = useAsked();
  const showFailure = useShowFailure();
  const { search, change } = useAddress(flowSearch);
  const input = { area, ...asked, by: search.by };
  const query = useQuery({ ...money.query.flow.queryOptions({ input }), placeholderData: keepPreviousData });
  const flow = query.data;
  return (
    <div className="sw-page">
      <PageTitle
        title="资金流向"
        note={flow ? `${flow.area.name} · 截至 ${flow.asOf}` : ''}
        actions={
          <Button
            icon={<DownloadOutlined />}
            disabled={!flow}
            onClick={() => void download('money/flow/export', { area, ...asked }, '资金进度表.xlsx').catch(showFailure)}
          >
            导出 Excel
          </Button>
        }
      />
      <AskedBar years={flow?.years ?? []} year={flow?.year} />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={10} /> : null}
      {flow ? (
        <Shown
          flow={flow}
          by={search.by ?? 'children'}
          onBy={(by) => change({ by: by === 'counties' ? by : undefined }, 'replace')}
        />
      ) : null}
    </div>
  );
}

const BELOW: Record<string, string> = { 'autonomous-region': '盟市', prefecture: '旗县' };

type By = 'children' | 'counties';

function Shown({ flow, by, onBy }: { flow: Flow; by: By; onBy: (by: By) => void }) {
  const { total, rows, area } = flow;
  const below = by === 'counties' && BELOW[area.level] ? '旗县' : BELOW[area.level];
  if (total.arrangedFen === 0 && total.receivedFen === 0 && total.toCountyFen === 0)
    return (
      <Empty
        what={`${area.name} ${flow.year} 年度没有这种资金的记录`}
        hint="可以换一个年度或资金种类；资金安排、下达、分配、支付从“台账导入”进来，也可以在各自的台账里登记。"
      />
    );
  return (
    <>
      <MoneySteps total={total} isCounty={below === undefined} />
      <p className="sw-quiet sw-money-note">
        支出进度 {shareText(total.paidShare)}（已支付 ÷ 已下达到旗县）
        {flow.askedShare === undefined ? '；今年还没有到考核节点。' : `，这一天应达到 ${shareText(flow.askedShare)}。`}{' '}
        安排、下达、分配、支付是四个数，不能互相代替。
      </p>
      {below ? (
        <Section
          title={`各${below}`}
          extra={
            area.level === 'autonomous-region' ? (
              <Segmented
                size="small"
                aria-label="比较的地区"
                value={by}
                options={[
                  { value: 'children', label: '盟市' },
                  { value: 'counties', label: '旗县（结存多的在前）' },
                ]}
                onChange={onBy}
              />
            ) : null
          }
        >
          <FlowTable rows={rows} total={total} below={below} own={area.code} />
        </Section>
      ) : (
        <Section title="往下看">
          <p>
            <Link to="/money/projects">每个项目得到多少、支付多少</Link>，
            <Link to="/money/documents">每份文件的钱去了哪里</Link>，<Link to="/money/concerns">哪些资金需要说明</Link>
            。
          </p>
        </Section>
      )}
    </>
  );
}

const AMOUNTS = [
  'receivedFen',
  'waitingFen',
  'toCountyFen',
  'allocatedFen',
  'unallocatedFen',
  'paidFen',
  'unpaidFen',
] as const;
const AMOUNT_TITLES = ['本级收到', '待下达', '到旗县', '已分配', '待分配', '已支付', '未支付'];

type TableProps = { rows: FlowRow[]; total: FlowRow; below: string; own: number };

function FlowTable({ rows, total, below, own }: TableProps) {
  const { setArea } = useArea();
  return (
    <div className="sw-scroll">
      <table className="sw-plain-table sw-money-table">
        <caption>金额单位：万元</caption>
        <thead>
          <tr>
            <th scope="col">{below}</th>
            {AMOUNT_TITLES.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">支出进度</th>
            <th scope="col">项目（个）</th>
            <th scope="col">已开工（个）</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                {row.code === own ? (
                  `${row.name}本级`
                ) : (
                  <Button type="link" size="small" onClick={() => setArea(row.code)}>
                    {row.name}
                  </Button>
                )}
              </th>
              <Cells row={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="sw-totals">
            <th scope="row">合计</th>
            <Cells row={total} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Cells({ row }: { row: FlowRow }) {
  return (
    <>
      {AMOUNTS.map((name) => (
        <td key={name} title={moneyTitle(row[name])}>
          {formatMoney(row[name], '万元')}
        </td>
      ))}
      <td>
        {row.colour ? <StateTag tone={row.colour}>{shareText(row.paidShare)}</StateTag> : shareText(row.paidShare)}
      </td>
      <td>{formatCount(row.projects)}</td>
      <td>{formatCount(row.startedProjects)}</td>
    </>
  );
}
