// 结对核对: what asks for a look about pairings, until the registers say otherwise; and what they are held to.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { pairingPath } from '../../domain/addresses.ts';
import { CONCERN_DEEDS, CONCERN_NAMES, PAIRING_CONCERNS } from '../../domain/pairing-concerns.ts';
import { type PairingSettingKey, settingText } from '../../domain/settings.ts';
import { type ConcernRow, type Concerns, pairing } from '../api.ts';
import { concernsSearch } from '../searches.ts';

export function ConcernsPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(concernsSearch);
  const query = useQuery({
    ...pairing.query.concerns.queryOptions({ input: { area, concern: search.concern } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const found = data ? PAIRING_CONCERNS.filter((one) => data.counts[one] || one === search.concern) : [];
  return (
    <div className="sw-page">
      <PageTitle title="结对核对" note={data ? `截至 ${data.asOf}` : ''} />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? (
        <>
          <div className="sw-filters">
            <Select
              aria-label="核对什么"
              value={search.concern ?? ''}
              popupMatchSelectWidth={false}
              options={[
                { value: '', label: '全部' },
                ...found.map((value) => ({
                  value,
                  label: `${CONCERN_NAMES[value]}（${formatCount(data.counts[value] ?? 0)}）`,
                })),
              ]}
              onChange={(concern) => change({ concern: found.find((one) => one === concern) })}
            />
          </div>
          {search.concern ? <p className="sw-quiet">要做的：{CONCERN_DEEDS[search.concern]}</p> : null}
          <ConcernTable data={data} />
          <Settings data={data} area={area} />
        </>
      ) : null}
    </div>
  );
}

function byWords({ concern, by }: ConcernRow): string {
  if (by === undefined) return '';
  if (concern === 'key-few-firms') return `只有 ${by} 家`;
  if (concern === 'cadre-many-villages') return `${by} 个嘎查村`;
  if (concern === 'same-name') return `${by} 个代码`;
  return `${by} 次`;
}

const COLUMNS: ListColumn<ConcernRow>[] = [
  {
    ...{ key: 'concern', title: '情况', width: 210 },
    render: ({ concern }) => <StateTag tone="orange">{CONCERN_NAMES[concern]}</StateTag>,
  },
  { key: 'title', title: '事项', render: ({ title }) => title, width: 280 },
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 140 },
  { key: 'by', title: '数量', render: byWords, width: 110 },
  { key: 'on', title: '日期', render: ({ on }) => on ?? '', width: 110 },
  { key: 'subject', title: '编号', render: ({ subject }) => subject ?? '', width: 170 },
];

function ConcernTable({ data }: { data: Concerns }) {
  const navigate = useNavigate();
  /** A pair has a page; what a region lacks is a row to be added to the register. */
  function show({ register, subject, regionCode }: ConcernRow) {
    if (register === 'pairings' && subject) return void navigate({ to: pairingPath(subject) });
    // Two codes of one name: the first of them.
    const text = subject?.split('、')[0];
    void navigate({
      ...{ to: '/registers/$code', params: { code: register } },
      search: (old: object) => ({ ...old, ...(text ? { text } : { area: regionCode }) }),
    });
  }
  return (
    <>
      <SmallTable
        label="结对需要核对的情况"
        columns={COLUMNS}
        rows={data.rows}
        rowKey={({ concern, subject, regionCode }) => `${concern} ${subject ?? regionCode}`}
        onOpen={show}
        none="当前区域的结对没有需要核对的情况。"
      />
      {data.rows.length >= 200 ? <p className="sw-quiet">只列出最要紧的 200 条，请缩小区域再看其余的。</p> : null}
    </>
  );
}

function Settings({ data: { settings }, area }: { data: Concerns; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="按什么要求核对"
      words={{ one: '要求', value: '数值', all: '结对帮扶要求' }}
      lines={settings}
      valueText={settingText}
      nameOf={({ title, unit }) => `${title}（${unit}）`}
      isAllowed={useMay('pairing.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。截止日期按月日填写，331 为 3 月 31 日。"
      draft={{ form: 'pairing-setting', record: String(area) }}
      item={<NumberItem name="value" label="数值" required least={0} most={10_000} />}
      onSave={({ key, ...given }, requestId) =>
        pairing.client.saveSetting({ requestId, regionCode: area, key: key as PairingSettingKey, ...given })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: pairing.query.key() })}
    />
  );
}
