// 资产待办: what asks for somebody to do something, until the registers say it was done; and by which days it is reckoned.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { NeedSelect } from '../../../../platform/web/list/need-select.tsx';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { assetPath } from '../../domain/addresses.ts';
import { NEED_DEEDS, NEED_NAMES, NEEDS } from '../../domain/needs.ts';
import type { AssetSettingKey } from '../../domain/settings.ts';
import { assets, type NeedLine, type Needs } from '../api.ts';
import { FormMenu } from '../parts/form-menu.tsx';
import { needsSearch } from '../searches.ts';

export function NeedsPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(needsSearch);
  const query = useQuery({
    ...assets.query.needs.queryOptions({ input: { area, need: search.need } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle title="资产待办" note={data ? `截至 ${data.asOf}` : ''} actions={<FormMenu area={area} />} />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? (
        <>
          <NeedSelect
            needs={NEEDS}
            names={NEED_NAMES}
            counts={data.counts}
            chosen={search.need}
            onChoose={(need) => change({ need })}
          />
          {search.need ? <p className="sw-quiet">要做的：{NEED_DEEDS[search.need]}</p> : null}
          <NeedTable data={data} />
          <Settings data={data} area={area} />
        </>
      ) : null}
    </div>
  );
}

function dayWords({ on, by, need }: NeedLine): string {
  if (on === undefined || by === undefined) return '';
  if (need === 'contract-ending') return `${on} 到期，还有 ${by} 天`;
  if (need === 'rent-overdue') return `${on} 应收，已过 ${-by} 天`;
  return need === 'registered-late' ? `${on} 验收，已过 ${-by} 天` : `${on} 到期`;
}

const COLUMNS: ListColumn<NeedLine>[] = [
  {
    key: 'need',
    title: '待办',
    render: ({ need }) => <StateTag tone={need === 'rent-overdue' ? 'red' : 'orange'}>{NEED_NAMES[need]}</StateTag>,
    width: 180,
  },
  { key: 'title', title: '资产或项目', render: ({ title }) => title, width: 220 },
  { key: 'subject', title: '编号', render: ({ subject }) => subject, width: 170 },
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 130 },
  { key: 'on', title: '日期', render: dayWords, width: 200 },
  {
    key: 'amount',
    title: '涉及（万元）',
    render: ({ amountFen }) => <span title={moneyTitle(amountFen)}>{formatMoney(amountFen, '万元')}</span>,
    width: 120,
    align: 'right',
  },
];

function NeedTable({ data }: { data: Needs }) {
  const navigate = useNavigate();
  return (
    <>
      <SmallTable
        label="资产待办"
        columns={COLUMNS}
        rows={data.rows}
        rowKey={({ need, subject }) => `${need} ${subject}`}
        onOpen={({ of, subject }) =>
          void navigate({ to: of === 'asset' ? assetPath(subject) : `/money/projects/${encodeURIComponent(subject)}` })
        }
        none="当前区域没有需要处理的资产。"
      />
      {data.rows.length >= 200 ? <p className="sw-quiet">只列出最要紧的 200 条，请缩小区域再看其余的。</p> : null}
    </>
  );
}

function Settings({ data: { settings }, area }: { data: Needs; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="按什么期限列出"
      words={{ one: '期限', value: '天数', all: '资产管理期限' }}
      lines={settings}
      valueText={({ value }) => `${value} 天`}
      nameOf={({ title }) => title}
      isAllowed={useMay('assets.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。"
      draft={{ form: 'asset-setting', record: String(area) }}
      item={<NumberItem name="value" label="天数" required least={0} most={3650} />}
      onSave={({ key, ...given }, requestId) =>
        assets.client.saveSetting({ requestId, regionCode: area, key: key as AssetSettingKey, ...given })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: assets.query.key() })}
    />
  );
}
