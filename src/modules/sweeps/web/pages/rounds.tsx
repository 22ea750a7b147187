// 集中监测和摸排: rounds of the area with how far they are there, and what holds for them.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { sweepPath } from '../../domain/addresses.ts';
import { openOf, ratesOf } from '../../domain/coverage.ts';
import type { SweepSettingKey } from '../../domain/settings.ts';
import { SWEEP_KINDS } from '../../domain/words.ts';
import { type RoundLine, type Rounds, sweeps } from '../api.ts';
import { SurveySection } from '../parts/survey-section.tsx';
import { countColumn, RoundState, rateColumn } from '../parts/words.tsx';

export function RoundsPage() {
  const navigate = useNavigate();
  const { code: area } = useArea();
  const query = useQuery({
    ...sweeps.query.rounds.queryOptions({ input: { area } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const mayAdd = useMay('sweeps.add-sweep');
  return (
    <div className="sw-page">
      <PageTitle
        title="集中监测和摸排"
        note={data ? `${data.areaName} · 截至 ${data.asOf}` : ''}
        actions={
          mayAdd ? (
            <Button
              type="primary"
              onClick={() => void navigate({ to: '/registers/$code', params: { code: 'sweeps' } })}
            >
              登记和下发轮次
            </Button>
          ) : null
        }
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? (
        <>
          <Section title="轮次进度">
            <SmallTable
              label="轮次进度"
              columns={columnsOf(data.asOf)}
              rows={data.rounds}
              rowKey={({ id }) => id}
              onOpen={({ number }) => void navigate({ to: sweepPath(number), search: (old: object) => old })}
              none="当前区域没有轮次。请在“轮次台账”里登记，再下发。"
            />
          </Section>
          <SurveySection survey={data.survey} />
          <Settings data={data} area={area} />
        </>
      ) : null}
    </div>
  );
}

const columnsOf = (asOf: string): ListColumn<RoundLine>[] => [
  {
    ...{ key: 'state', title: '状态', width: 84 },
    render: ({ state, startsOn }) => <RoundState state={state} startsOn={startsOn} asOf={asOf} />,
  },
  { key: 'name', title: '轮次', render: ({ name }) => name, width: 240 },
  { key: 'kind', title: '类型', render: ({ kind }) => SWEEP_KINDS[kind], width: 84 },
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 110 },
  { key: 'days', title: '起止日期', render: ({ startsOn, endsOn }) => `${startsOn} 至 ${endsOn}`, width: 190 },
  countColumn('items', '应查（户）', ({ items }) => items),
  countColumn('open', '未完成（户）', openOf),
  rateColumn('covered', '覆盖率', (row) => ratesOf(row).covered),
  rateColumn('met', '见面率', (row) => ratesOf(row).met),
  countColumn('clues', '线索（户）', ({ clues }) => clues),
  rateColumn('errors', '差错率', (row) => ratesOf(row).errors),
];

const UNITS: Readonly<Partial<Record<string, string>>> = { 'sample.least': '户', 'error.most': '%', 'desk.hour': '户' };

function Settings({ data: { settings }, area }: { data: Rounds; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="期限和比例"
      words={{ one: '期限或比例', value: '数值', all: '集中监测期限' }}
      lines={settings}
      valueText={({ key, value }) => `${value} ${UNITS[key] ?? '天'}`}
      nameOf={({ title }) => title}
      isAllowed={useMay('sweeps.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。"
      draft={{ form: 'sweep-setting', record: String(area) }}
      item={<NumberItem name="value" label="数值" required least={0} most={3650} />}
      onSave={({ key, ...given }, requestId) =>
        sweeps.client.saveSetting({ requestId, regionCode: area, key: key as SweepSettingKey, ...given })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: sweeps.query.key() })}
    />
  );
}
