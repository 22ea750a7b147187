// 重点旗县: each with its helpers, plan, team and what was done in its favour; what lacks; the forms; what they are held to.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { DayInput, NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { DESIGNATION_NAMES } from '../../../regions/domain/designations.ts';
import { keyCountyPath } from '../../domain/addresses.ts';
import { FORM_NAMES, FORMS, type Form } from '../../domain/forms.ts';
import type { KeyCountySettingKey } from '../../domain/settings.ts';
import { type CountyLine, keycounties, type Overview } from '../api.ts';
import { ConcernTable } from '../parts/concern-table.tsx';
import { FigurePanel } from '../parts/figure-panel.tsx';
import { keyCountySearch } from '../searches.ts';

export function OverviewPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(keyCountySearch);
  const query = useQuery({
    ...keycounties.query.overview.queryOptions({ input: { area, asOf: search.asOf } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="重点旗县"
        note={data ? `${data.areaName} · 截至 ${data.asOf}` : ''}
        actions={
          data ? (
            <DayInput
              value={search.asOf ?? data.asOf}
              onChange={(asOf) => change({ asOf: asOf || undefined }, 'replace')}
            />
          ) : null
        }
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={10} /> : null}
      {data ? <Shown data={data} area={area} /> : null}
    </div>
  );
}

const SUMMED = { leaders: '联系领导', soes: '包联国企', firms: '民营企业', specialists: '特派员' } as const;

/** Who helps two counties stands in both rows and once in the whole: where that is so, the page says it. */
function sumsWords({ rows, total }: Overview): string {
  const words = (Object.keys(SUMMED) as (keyof typeof SUMMED)[]).flatMap((key) => {
    const sum = rows.reduce((all, row) => all + row[key], 0);
    return sum === total[key] ? [] : [`${SUMMED[key]}各旗县相加 ${formatCount(sum)}，去重 ${formatCount(total[key])}`];
  });
  return words.length === 0 ? '' : `${words.join('；')}。一家帮几个旗县的，各旗县都计，合计只计一次。`;
}

function Shown({ data, area }: { data: Overview; area: number }) {
  const { total, rows, asOf } = data;
  const whole = rows.filter((row) => row.leaders > 0 && row.soes > 0 && row.teams > 0 && row.plan !== undefined).length;
  return (
    <>
      <StatRow>
        <StatCard title="重点旗县" value={formatCount(rows.length)} unit="个" to="/registers/county-designations" />
        <StatCard
          title="领导、国企、特派团、方案都有"
          value={`${whole} / ${rows.length}`}
          unit="个"
          tone={whole < rows.length ? 'orange' : 'plain'}
        />
        <StatCard
          title="包联国企"
          value={formatCount(total.soes)}
          unit="家"
          to="/pairing/pairs"
          search={{ kind: 'soe-key-county', asOf }}
        />
        <StatCard
          title="科技特派员"
          value={formatCount(total.specialists)}
          unit="人"
          note={`核定 ${formatCount(total.planned)} 人`}
          to="/registers/specialist-postings"
          search={{ asOf }}
        />
        <StatCard
          title="本年服务"
          value={formatCount(total.serviceDays)}
          unit="人天"
          to="/registers/specialist-services"
        />
        <StatCard
          title="倾斜政策"
          value={formatCount(total.clauses)}
          unit="项"
          note={`今年有落实 ${total.clausesDone} 项`}
          basis="按条款计，一件文件可以有几项"
          to="/registers/policy-clauses"
          search={{ 'by-clauseSet': 'key-county' }}
        />
      </StatRow>
      <Section title="各旗县">
        <CountyTable rows={rows} />
        <p className="sw-quiet">{sumsWords(data)}</p>
      </Section>
      {rows.length > 0 ? (
        <Section title="公布数">
          <FigurePanel area={area} day={asOf} ids={PUBLISHED} />
        </Section>
      ) : null}
      <Section title="需要核对">
        <ConcernTable rows={data.concerns} />
      </Section>
      <Forms area={area} asOf={asOf} />
      <Settings data={data} area={area} />
    </>
  );
}

const PUBLISHED = ['fund.keycounty', 'fund.keycounty_share', 'specialists', 'pairing.soe', 'income.per_capita.growth'];

const count = (key: 'leaders' | 'soes' | 'firms' | 'units' | 'serviceDays', title: string): ListColumn<CountyLine> => ({
  ...{ key, title, width: 92, align: 'right' },
  render: (row) => formatCount(row[key]),
});

const COLUMNS: ListColumn<CountyLine>[] = [
  { key: 'name', title: '旗县', render: ({ name }) => name, width: 110 },
  {
    ...{ key: 'titles', title: '称号', width: 190 },
    render: ({ titles }) => titles.map((title) => DESIGNATION_NAMES[title]).join('、'),
  },
  { key: 'plan', title: '实施方案', render: ({ plan }) => plan ?? '没有', width: 150 },
  count('leaders', '联系领导（人）'),
  count('soes', '包联国企（家）'),
  count('firms', '民营企业（家）'),
  count('units', '包村单位（家）'),
  {
    ...{ key: 'specialists', title: '特派员 / 核定（人）', width: 110, align: 'right' },
    render: ({ specialists, planned }) => `${formatCount(specialists)} / ${formatCount(planned)}`,
  },
  count('serviceDays', '服务（人天）'),
  {
    ...{ key: 'clauses', title: '落实 / 政策（项）', width: 100, align: 'right' },
    render: ({ clauses, clausesDone }) => `${clausesDone} / ${clauses}`,
  },
  {
    ...{ key: 'amount', title: '落实资金（万元）', width: 110, align: 'right' },
    render: ({ amountFen }) => <span title={moneyTitle(amountFen)}>{formatMoney(amountFen, '万元')}</span>,
  },
];

function CountyTable({ rows }: { rows: CountyLine[] }) {
  const navigate = useNavigate();
  return (
    <SmallTable
      label="重点旗县"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ code }) => code}
      onOpen={({ code }) => void navigate({ to: keyCountyPath(code), search: (old: object) => old })}
      none="当前区域没有重点帮扶旗县。请选旗县以上的区域；称号在“旗县称号”台账登记。"
    />
  );
}

function Forms({ area, asOf }: { area: number; asOf: string }) {
  const [form, setForm] = useState<Form>('counties');
  if (!useMay('keycounties.form')) return null;
  return (
    <Section
      title="表册"
      extra={
        <Select
          aria-label="表册"
          value={form}
          popupMatchSelectWidth={false}
          options={FORMS.map((value) => ({ value, label: FORM_NAMES[value] }))}
          onChange={setForm}
        />
      }
    >
      <DocumentActions
        address={{
          ...{ path: 'key-counties/forms/paper', query: { form, area, asOf } },
          ...{ name: FORM_NAMES[form], sheet: true },
        }}
      />
    </Section>
  );
}

function Settings({ data: { settings }, area }: { data: Overview; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="按什么要求核对"
      words={{ one: '要求', value: '数值', all: '重点旗县要求' }}
      lines={settings}
      valueText={({ value, unit }) => `${value} ${unit}`}
      nameOf={({ title, unit }) => `${title}（${unit}）`}
      isAllowed={useMay('keycounties.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。"
      draft={{ form: 'key-county-setting', record: String(area) }}
      item={<NumberItem name="value" label="数值" required least={0} most={3650} />}
      onSave={({ key, ...given }, requestId) =>
        keycounties.client.saveSetting({ requestId, regionCode: area, key: key as KeyCountySettingKey, ...given })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: keycounties.query.key() })}
    />
  );
}
