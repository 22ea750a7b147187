// 就业待办: what asks for somebody to do something, until the registers say it was done; and by what it is reckoned.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { FormsMenu } from '../../../../platform/web/papers/forms-menu.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { FORM_NAMES } from '../../domain/form-words.ts';
import { NEED_DEEDS, NEED_NAMES, NEEDS, URGENT } from '../../domain/needs/needs.ts';
import type { EmploymentSettingKey } from '../../domain/settings.ts';
import { employment, type NeedLine, type Needs } from '../api.ts';
import { needsSearch } from '../searches.ts';

export function NeedsPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(needsSearch);
  const query = useQuery({
    ...employment.query.needs.queryOptions({ input: { area, need: search.need } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="就业待办"
        note={data ? `截至 ${data.asOf}` : ''}
        actions={<FormsMenu operation="employment.form" path="employment/forms" names={FORM_NAMES} query={{ area }} />}
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? (
        <>
          <div className="sw-filters">
            {[undefined, ...NEEDS.filter((need) => data.counts[need] > 0 || need === search.need)].map((need) => (
              <Button
                key={need ?? ''}
                type={need === search.need ? 'primary' : 'default'}
                aria-pressed={need === search.need}
                onClick={() => change({ need })}
              >
                {need ? `${NEED_NAMES[need]} ${formatCount(data.counts[need])}` : '全部'}
              </Button>
            ))}
          </div>
          {search.need ? <p className="sw-quiet">要做的：{NEED_DEEDS[search.need]}</p> : null}
          <NeedTable data={data} />
          <Settings data={data} area={area} />
        </>
      ) : null}
    </div>
  );
}

const COLUMNS: ListColumn<NeedLine>[] = [
  {
    key: 'need',
    title: '待办',
    render: ({ need }) => <StateTag tone={URGENT.includes(need) ? 'red' : 'orange'}>{NEED_NAMES[need]}</StateTag>,
    width: 190,
  },
  { key: 'title', title: '姓名或名称', render: ({ title }) => title, width: 180 },
  { key: 'words', title: '情况', render: ({ words }) => words, width: 240 },
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 130 },
  { key: 'subject', title: '编号', render: ({ subject }) => subject, width: 160 },
];

function NeedTable({ data }: { data: Needs }) {
  const navigate = useNavigate();
  return (
    <>
      <SmallTable
        label="就业待办"
        columns={COLUMNS}
        rows={data.rows}
        rowKey={({ need, subject }) => `${need} ${subject}`}
        onOpen={({ register, subject }) =>
          void navigate({
            to: '/registers/$code',
            params: { code: register },
            search: (old: object) => ({ ...old, need: undefined, text: subject }),
          })
        }
        none="当前区域没有需要处理的就业事项。"
      />
      <p className="sw-quiet">“全部”每种列出最早的 10 条，选一种列出 200 条；更多的请缩小区域。</p>
    </>
  );
}

function Settings({ data: { settings }, area }: { data: Needs; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="按什么要求列出"
      words={{ one: '要求', value: '数值', all: '就业管理要求' }}
      lines={settings}
      valueText={({ value, unit }) => `${value}${unit ? ` ${unit}` : ''}`}
      nameOf={({ title }) => title}
      isAllowed={useMay('employment.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。"
      draft={{ form: 'employment-setting', record: String(area) }}
      item={<NumberItem name="value" label="数值" required least={0} most={3650} />}
      onSave={({ key, ...given }, requestId) =>
        employment.client.saveSetting({ requestId, regionCode: area, key: key as EmploymentSettingKey, ...given })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: employment.query.key() })}
    />
  );
}
