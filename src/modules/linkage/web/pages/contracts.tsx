// 利益联结兑现: what contracts promised and paid in the newest year, and what asks for action, broken ones first.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { formatCount, formatMoney, formatRate } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { FormsMenu } from '../../../../platform/web/papers/forms-menu.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { FORM_NAMES } from '../../domain/form-words.ts';
import { LINKAGE_NEED_DEEDS, LINKAGE_NEED_NAMES, LINKAGE_NEEDS } from '../../domain/needs.ts';
import type { LinkageSettingKey } from '../../domain/settings.ts';
import { type Contracts, linkage } from '../api.ts';
import { ContractTable } from '../parts/contract-table.tsx';
import type { RegisterTools } from '../parts/register-tools.ts';
import { contractsSearch } from '../searches.ts';

export function ContractsPage({ tools }: { tools: RegisterTools }) {
  const { code: area } = useArea();
  const cache = useQueryClient();
  const { search, change } = useAddress(contractsSearch);
  const query = useQuery({
    ...linkage.query.contracts.queryOptions({ input: { area, need: search.need, year: search.year } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="利益联结兑现"
        note={data ? `截至 ${data.asOf}` : ''}
        actions={
          <>
            {data ? (
              <Select
                aria-label="年度"
                value={data.year}
                options={data.years.map((year) => ({ value: year, label: `${year} 年度` }))}
                onChange={(year) => change({ year })}
              />
            ) : null}
            <FormsMenu operation="linkage.form" path="linkage/forms" names={FORM_NAMES} query={{ area }} />
          </>
        }
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? (
        <>
          <Totals data={data} />
          <div className="sw-filters">
            {[undefined, ...LINKAGE_NEEDS.filter((need) => data.counts[need] > 0 || need === search.need)].map(
              (need) => (
                <Button
                  key={need ?? ''}
                  type={need === search.need ? 'primary' : 'default'}
                  aria-pressed={need === search.need}
                  onClick={() => change({ need })}
                >
                  {need ? `${LINKAGE_NEED_NAMES[need]} ${formatCount(data.counts[need])}` : '全部'}
                </Button>
              ),
            )}
          </div>
          {search.need ? <p className="sw-quiet">要做的：{LINKAGE_NEED_DEEDS[search.need]}</p> : null}
          <ContractTable
            rows={data.rows}
            tools={tools}
            onChanged={() => cache.invalidateQueries({ queryKey: linkage.query.key() })}
            none="当前区域没有需要处理的协议。"
          />
          <p className="sw-quiet">“全部”每种列出最早的 10 份，选一种列出 200 份；更多的请缩小区域。</p>
          <Settings data={data} area={area} />
        </>
      ) : null}
    </div>
  );
}

function Totals({ data: { total, year } }: { data: Contracts }) {
  return (
    <StatRow>
      <StatCard
        title="应兑现协议"
        value={formatCount(total.contracts)}
        unit="份"
        note={`带动 ${formatCount(total.households)} 户`}
        basis={`${year} 年度生效满规定天数的协议`}
      />
      <StatCard
        title="约定"
        value={formatMoney(total.promisedFen, '万元')}
        unit="万元"
        note={`兑现 ${formatMoney(total.paidFen, '万元')} 万元`}
      />
      <StatCard
        title="兑现率"
        value={formatRate(total.paidFen, total.promisedFen).text}
        note={`领到钱的 ${formatCount(total.paidHouseholds)} 户`}
        basis="已兑现金额占约定金额，超过约定的部分不计"
      />
      <StatCard
        title="没有兑现"
        value={formatCount(total.unpaid)}
        unit="份"
        note={`部分兑现 ${formatCount(total.partly)} 份`}
        tone={total.unpaid > 0 ? 'red' : 'plain'}
      />
    </StatRow>
  );
}

function Settings({ data: { settings }, area }: { data: Contracts; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="按什么要求列出"
      words={{ one: '要求', value: '天数', all: '联农带农要求' }}
      lines={settings}
      valueText={({ value }) => `${value} 天`}
      nameOf={({ title }) => title}
      isAllowed={useMay('linkage.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。"
      draft={{ form: 'linkage-setting', record: String(area) }}
      item={<NumberItem name="value" label="天数" required least={0} most={3650} />}
      onSave={({ key, ...given }, requestId) =>
        linkage.client.saveSetting({ requestId, regionCode: area, key: key as LinkageSettingKey, ...given })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: linkage.query.key() })}
    />
  );
}
