// 项目进度图: projects of a year from their planned to their actual days, late ones first. Printed as it stands.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { FormsMenu } from '../../../../platform/web/papers/forms-menu.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { projectPath } from '../../domain/addresses.ts';
import { PROJECT_FORM_NAMES } from '../../domain/forms.ts';
import { monthsOf, spanOf } from '../../domain/timeline.ts';
import { money, type Timeline, type TimelineRow } from '../api.ts';
import { PlannedFilters } from '../parts/planned-filters.tsx';
import { timelineSearch } from '../searches.ts';
import './timeline.css';
import { thisYear } from '../../../../platform/web/today.ts';

export function TimelinePage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(timelineSearch);
  const { year, kind, programme, village } = search;
  const query = useQuery({
    ...money.query.timeline.queryOptions({ input: { area, year, projectKind: kind, programme, village } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const shown = data?.year ?? year ?? thisYear();
  return (
    <div className="sw-page">
      <PageTitle
        title="项目进度图"
        note={data ? `${data.year} 年计划 · 截至 ${data.asOf}` : ''}
        actions={
          <>
            <Button onClick={() => window.print()}>打印</Button>
            <FormsMenu
              operation="money.export-form"
              path="money/forms"
              names={PROJECT_FORM_NAMES}
              query={{ area, year: shown }}
            />
          </>
        }
      />
      <PlannedFilters year={shown} />
      {village === undefined ? null : (
        <p>
          <Tag closable onClose={() => change({ village: undefined }, 'replace')}>
            {village === 0 ? '只列没有登记实施嘎查村的项目' : `只列在${data?.villageName ?? '一个嘎查村'}实施的项目`}
          </Tag>
        </p>
      )}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={10} /> : null}
      {data ? <Chart data={data} /> : null}
    </div>
  );
}

function Chart({ data }: { data: Timeline }) {
  if (data.rows.length === 0) return <p className="sw-quiet">这一年没有符合条件的计划项目。</p>;
  const months = monthsOf(data.year, data.rows);
  return (
    <>
      <p>
        共 {formatCount(data.total)} 个项目，其中 <strong>{formatCount(data.late)}</strong>{' '}
        个晚于计划（已过计划开工或完工日期）。
        {data.rows.length < data.total ? `只画出 ${formatCount(data.rows.length)} 个，请缩小区域或筛选。` : ''}
      </p>
      <p className="sw-quiet sw-timeline-key">
        <i className="sw-timeline-plan" /> 计划 <i className="sw-timeline-real" /> 实际{' '}
        <i className="sw-timeline-real sw-late" /> 晚于计划
      </p>
      <div className="sw-timeline-frame">
        <table className="sw-timeline" aria-label="项目进度图">
          <thead>
            <tr>
              <th>项目</th>
              <th>
                <div className="sw-timeline-months">
                  {months.map((month) => (
                    <span key={month}>
                      <small>{yearTitle(month, months[0])}</small>
                      {Number(month.slice(5))}
                    </span>
                  ))}
                </div>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <Line key={row.number} row={row} months={months} asOf={data.asOf} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The year only where it begins, above the month: beside it, it would run into the next. */
function yearTitle(month: string, first: string | undefined): string {
  return month === first || month.endsWith('-01') ? month.slice(0, 4) : '';
}

function Line({ row, months, asOf }: { row: TimelineRow; months: readonly string[]; asOf: string }) {
  const planned = spanOf(months, row.plannedStart ?? row.plannedFinish, row.plannedFinish ?? row.plannedStart);
  const real = spanOf(months, row.startedOn ?? row.finishedOn, row.finishedOn ?? asOf);
  const words = [
    `计划 ${row.plannedStart ?? '未定'} 至 ${row.plannedFinish ?? '未定'}`,
    row.startedOn ? `${row.startedOn} 开工` : '未开工',
    row.finishedOn ? `${row.finishedOn} 完工` : '未完工',
  ].join('，');
  return (
    <tr className={row.isLate ? 'sw-late' : ''}>
      <th scope="row">
        <Link to={projectPath(row.number)}>{row.name}</Link>
        <div className="sw-quiet">
          {row.villages || row.regionName}
          {row.isLate ? ' · 晚于计划' : ''}
        </div>
      </th>
      <td title={words} aria-label={words}>
        {planned ? <i className="sw-timeline-plan" style={placed(planned)} /> : null}
        {real ? (
          <i className={row.isLate ? 'sw-timeline-real sw-late' : 'sw-timeline-real'} style={placed(real)} />
        ) : null}
      </td>
    </tr>
  );
}

const placed = ({ left, width }: { left: number; width: number }) => ({
  left: `${left * 100}%`,
  width: `${Math.max(0.4, width * 100)}%`,
});
