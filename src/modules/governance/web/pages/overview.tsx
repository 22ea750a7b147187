// 积分榜: how far points have come in an area; of a village, its households by what they earned, unless it hides that.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatRate } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { FormsMenu } from '../../../../platform/web/papers/forms-menu.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { FORM_NAMES } from '../../domain/form-words.ts';
import { type GovernanceSettingKey, RESET_NAMES, resetOf } from '../../domain/settings.ts';
import { governance, type Overview, type OverviewRow } from '../api.ts';
import { VillageBoard } from '../parts/village-board.tsx';

export function OverviewPage() {
  const { code: area } = useArea();
  const query = useQuery({
    ...governance.query.overview.queryOptions({ input: { area } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="积分榜"
        note={data ? `${data.area.name} · 截至 ${data.asOf}` : ''}
        actions={<FormsMenu operation="governance.form" path="governance/forms" names={FORM_NAMES} query={{ area }} />}
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? (
        <>
          <Cards data={data} />
          {data.area.level === 'village' ? <VillageBoard code={data.area.code} /> : <Regions data={data} />}
          <Settings data={data} area={area} />
        </>
      ) : null}
    </div>
  );
}

function Cards({ data: { total } }: { data: Overview }) {
  const { villages, withScheme, covered, households, active, earned, spent } = total;
  return (
    <StatRow>
      <StatCard
        title="有积分办法的嘎查村"
        value={formatCount(withScheme)}
        unit="个"
        basis="经会议通过、乡镇备案、正在施行的"
        to="/registers/point-schemes"
        search={{ state: 'in-force' }}
      />
      <StatCard
        title="覆盖率"
        value={formatRate(covered, villages).text}
        basis="有施行中的积分办法、近三个月有记录的嘎查村 ÷ 全部嘎查村"
        note={`${formatCount(covered)} / ${formatCount(villages)}`}
      />
      <StatCard
        title="活跃户"
        value={formatCount(active)}
        unit="户"
        basis="近三个月有积分记录的农牧户"
        note={`共 ${formatCount(households)} 户`}
      />
      <StatCard title="今年得分" value={formatCount(earned)} unit="分" to="/registers/point-entries" />
      <StatCard title="今年兑换" value={formatCount(spent)} unit="分" to="/registers/point-exchanges" />
    </StatRow>
  );
}

const count = (key: keyof OverviewRow & string, title: string, width = 100): ListColumn<OverviewRow> => ({
  ...{ key, title, width, align: 'right' },
  render: (row) => formatCount(row[key] as number),
});

const COLUMNS: ListColumn<OverviewRow>[] = [
  { key: 'name', title: '地区', render: ({ name }) => name, width: 160 },
  count('villages', '嘎查村'),
  count('withScheme', '有积分办法'),
  count('covered', '覆盖'),
  count('households', '农牧户'),
  {
    ...{ key: 'active', title: '活跃户', width: 100, align: 'right' },
    render: ({ code, active }) => (
      <Link
        to="/registers/point-entries"
        search={{ area: String(code) } as object}
        onClick={(event) => event.stopPropagation()}
      >
        {formatCount(active)}
      </Link>
    ),
  },
  count('earned', '今年得分'),
  count('spent', '今年兑换'),
];

function Regions({ data: { rows, area } }: { data: Overview }) {
  const navigate = useNavigate();
  return (
    <Section title={`${area.name}各地区`}>
      <SmallTable
        label="积分推行情况"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ code }) => code}
        onOpen={({ code }) => void navigate({ to: '.', search: (old: object) => ({ ...old, area: String(code) }) })}
        none="没有下级地区"
      />
    </Section>
  );
}

function Settings({ data: { settings }, area }: { data: Overview; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="积分期限和清零规则"
      words={{ one: '要求', value: '数值', all: '积分期限和清零规则' }}
      lines={settings}
      valueText={({ key, value }) => (key === 'points.reset' ? RESET_NAMES[resetOf(value)] : `${value} 天`)}
      nameOf={({ title }) => title}
      isAllowed={useMay('governance.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。"
      draft={{ form: 'governance-setting', record: String(area) }}
      item={<NumberItem name="value" label="数值" required least={0} most={3650} />}
      onSave={({ key, ...given }, requestId) =>
        governance.client.saveSetting({ requestId, regionCode: area, key: key as GovernanceSettingKey, ...given })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: governance.query.key() })}
    />
  );
}
