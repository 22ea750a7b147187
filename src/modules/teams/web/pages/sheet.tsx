// 考勤月报: the month day by day, who confirmed it and who missed it, as workbook and to print.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { useConfirm } from '../../../../platform/web/confirm.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { todayText } from '../../../../platform/web/form/index.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { type SheetTold, teams } from '../api.ts';
import { LEGEND, MonthSelect, MonthTable } from '../parts/words.tsx';
import { monthSearch } from '../searches.ts';

export function SheetPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(monthSearch);
  const month = search.month ?? todayText().slice(0, 7);
  const first = `${month}-01`;
  const query = useQuery({
    ...teams.query.sheet.queryOptions({ input: { area, month: first } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="考勤月报"
        note={data ? `${data.area.name} · 截至 ${data.asOf}` : ''}
        actions={
          <>
            <MonthSelect value={month} onChange={(next) => change({ month: next })} />
            <DocumentActions
              address={{ path: '/teams/sheet/paper', query: { area, month: first }, name: '考勤月报', sheet: true }}
            />
          </>
        }
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data && !query.isError ? (
        <>
          <Cards data={data} />
          <Section title="逐日考勤" extra={<Confirm data={data} area={area} />}>
            <p className="sw-quiet">{LEGEND}　日期后有“·”的是休息日</p>
            <MonthTable lines={data.lines} days={data.days} none="这个月没有驻村选派。" />
          </Section>
          {data.missed.length > 0 ? (
            <Section title="还没有确认的苏木乡镇">
              <p>{data.missed.map(({ name, villages }) => `${name}（${villages} 个嘎查村）`).join('、')}</p>
            </Section>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

function Cards({ data: { lines, villages, confirmed } }: { data: SheetTold }) {
  const short = lines.filter(({ inPost, required }) => inPost < required).length;
  const absent = lines.reduce((sum, { counts }) => sum + (counts.absent ?? 0), 0);
  const open = lines.reduce((sum, line) => sum + line.open, 0);
  return (
    <StatRow>
      <StatCard title="驻村干部" value={formatCount(lines.length)} unit="人" />
      <StatCard title="没到要求天数" value={formatCount(short)} unit="人" />
      <StatCard title="缺岗" value={formatCount(absent)} unit="人天" tone={absent > 0 ? 'orange' : 'plain'} />
      <StatCard title="待说明" value={formatCount(open)} unit="天" basis="缺岗，或者营地以外打卡没有写事由" />
      <StatCard
        title="已确认"
        value={`${formatCount(confirmed)} / ${formatCount(villages)}`}
        unit="个工作队"
        to="/registers/team-months"
      />
    </StatRow>
  );
}

function Confirm({
  data: { area, month, villages, confirmed, asOf, lines },
  area: code,
}: {
  data: SheetTold;
  area: number;
}) {
  const cache = useQueryClient();
  const confirm = useConfirm();
  const mayConfirm = useMay('teams.confirm-month');
  const isOver = asOf.slice(0, 7) > month.slice(0, 7);
  if (!mayConfirm || !isOver || confirmed >= villages) return null;
  const open = lines.reduce((sum, line) => sum + line.open, 0);
  return (
    <Button
      type="primary"
      onClick={() =>
        confirm({
          title: `确认 ${month.slice(0, 7)} 考勤`,
          what: `${area.name} ${villages - confirmed} 个工作队还没有确认${open > 0 ? `，有 ${open} 天缺岗或没有说明` : ''}。确认后导出的月报写明已确认。`,
          deed: '确认考勤',
          run: async () => {
            await teams.client.confirmMonth({ requestId: newRequestId(), area: code, month });
            await cache.invalidateQueries({ queryKey: teams.query.key() });
          },
        })
      }
    >
      确认考勤
    </Button>
  );
}
