// 进度通报: how the regions below keep the days, and the figures of the area; printed as an official bulletin.

import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Segmented } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { failureOf } from '../../../../platform/web/api.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { download } from '../../../../platform/web/downloads.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { WALK_NAMES, WALKS } from '../../../process/domain/steps.ts';
import type { FigureGroup } from '../../domain/figures.ts';
import type { Bulletin, Figures } from '../api.ts';
import { bulletinApi } from '../api.ts';
import { RankChart } from '../parts/bulletin-chart.tsx';
import { RankTable, StepTable } from '../parts/bulletin-table.tsx';
import { ClueMonths, FigureCards, FigureList } from '../parts/figure-tables.tsx';
import { defaultPeriod, type PeriodText } from '../parts/period.ts';
import { PeriodChoice } from '../parts/period-choice.tsx';
import { bulletinSearch } from '../searches.ts';
import '../bulletin.css';

export function BulletinPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(bulletinSearch);
  const { message } = App.useApp();
  const usual = defaultPeriod();
  const period = { from: search.from ?? usual.from, to: search.to ?? usual.to };
  const input = { area, ...period };
  const bulletin = useQuery(bulletinApi.query.bulletin.queryOptions({ input }));
  const figures = useQuery(bulletinApi.query.figures.queryOptions({ input }));
  const failed = bulletin.isError ? bulletin : figures.isError ? figures : undefined;

  function exportExcel() {
    download('bulletin/export', input, '进度通报.xlsx').catch(
      (error: unknown) => void message.error(failureOf(error).message),
    );
  }

  return (
    <div className="sw-page sw-bulletin">
      <PageTitle
        title="进度通报"
        note={bulletin.data?.areaName}
        actions={
          <>
            <Button icon={<DownloadOutlined />} disabled={!bulletin.isSuccess} onClick={exportExcel}>
              导出 Excel
            </Button>
            <Button icon={<PrinterOutlined />} disabled={!bulletin.isSuccess} onClick={() => window.print()}>
              打印通报
            </Button>
          </>
        }
      />
      <div className="sw-filters">
        <PeriodChoice value={period} onChange={(next) => change(next)} />
      </div>
      {failed ? <Failed error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {bulletin.data && figures.data ? (
        <Content bulletin={bulletin.data} figures={figures.data} period={period} />
      ) : failed ? null : (
        <Loading rows={12} />
      )}
    </div>
  );
}

type ContentProps = { bulletin: Bulletin; figures: Figures; period: PeriodText };

function Content({ bulletin, figures, period }: ContentProps) {
  const { search, change } = useAddress(bulletinSearch);
  const walk = search.walk ?? 'identification';
  const group = (name: FigureGroup) => figures.figures.filter((figure) => figure.group === name);
  return (
    <>
      <OfficialHead bulletin={bulletin} period={period} />
      <FigureCards figures={figures.figures} />
      {bulletin.rows.length === 0 ? (
        <Empty what="当前区域还没有监测个案" hint="线索立案后，这里按地区通报办理进度。" />
      ) : (
        <>
          <Section title="办理进度排名">
            <RankTable bulletin={bulletin} period={period} />
            <RankChart rows={bulletin.rows} />
          </Section>
          <Section
            title="各环节按期办结率"
            extra={
              <Segmented
                size="small"
                value={walk}
                options={WALKS.map((each) => ({ value: each, label: WALK_NAMES[each] }))}
                onChange={(next) => change({ walk: next }, 'replace')}
              />
            }
          >
            <StepTable bulletin={bulletin} period={period} walk={walk} />
          </Section>
        </>
      )}
      <Definitions figures={figures.figures} />
      <Section title="线索来源（条）">
        <ClueMonths figures={figures.figures} months={figures.months} />
      </Section>
      <div className="sw-thirds">
        <Section title="正在办理">
          <FigureList figures={group('open')} />
        </Section>
        <Section title="各环节个案">
          <FigureList figures={group('states')} hideZero />
        </Section>
        <Section title="风险消除与回退">
          <FigureList figures={group('results')} />
        </Section>
      </div>
    </>
  );
}

const DEFINED = ['on-time', 'identified', 'taken-in', 'within-term', 'fully-helped'];

/** How the shares are computed, written on the page: what is handed up is read without a mouse. */
function Definitions({ figures }: Pick<Figures, 'figures'>) {
  const shown = figures.filter(({ key }) => DEFINED.includes(key));
  return (
    <details className="sw-definitions">
      <summary>? 指标口径</summary>
      <dl>
        {shown.map(({ key, title, basis }) => (
          <div key={key}>
            <dt>{title}</dt>
            <dd>{basis}。</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Stands on paper only: what an official bulletin begins with. */
function OfficialHead({
  bulletin: { areaName, asOf },
  period: { from, to },
}: Pick<ContentProps, 'bulletin' | 'period'>) {
  return (
    <div className="sw-official">
      <p className="sw-official-title">{areaName}防止返贫监测帮扶工作进度通报</p>
      <p>
        统计期间：{from} 至 {to}。正在办理、已逾期、已上提为 {asOf}{' '}
        的情况。按期办结率为环节全部按期的户数占应办结户数的比例；逾期未办结的环节计入应办结，按未按期计算。
      </p>
    </div>
  );
}
