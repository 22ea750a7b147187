// 建设待办: what asks for somebody to do something, until the registers say it was done; and by which days it is reckoned.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import { NeedSelect } from '../../../../platform/web/list/need-select.tsx';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { NEED_DEEDS, NEED_NAMES, NEEDS } from '../../domain/needs.ts';
import type { ConstructionSettingKey } from '../../domain/settings.ts';
import { construction, type Needs } from '../api.ts';
import { NeedTable } from '../parts/need-table.tsx';
import { needsSearch } from '../searches.ts';

export function NeedsPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(needsSearch);
  const query = useQuery({
    ...construction.query.needs.queryOptions({ input: { area, need: search.need } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle title="建设待办" note={data ? `截至 ${data.asOf}` : ''} />
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
          <NeedTable rows={data.rows} none="当前区域没有需要处理的户厕和设施。" />
          {data.rows.length >= 200 ? <p className="sw-quiet">只列出最要紧的 200 条，请缩小区域再看其余的。</p> : null}
          <Settings data={data} area={area} />
        </>
      ) : null}
    </div>
  );
}

/** The ends of the frost are days of the year, all else is days. */
function valueWords({ key, value }: { key: string; value: number }): string {
  return key.startsWith('frost.') ? `${Math.floor(value / 100)} 月 ${value % 100} 日` : `${value} 天`;
}

function Settings({ data: { settings }, area }: { data: Needs; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="按什么期限列出"
      words={{ one: '期限', value: '数值', all: '乡村建设期限' }}
      lines={settings}
      valueText={valueWords}
      nameOf={({ title }) => title}
      isAllowed={useMay('construction.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。冻期写成月日，如 11 月 1 日写 1101。"
      draft={{ form: 'construction-setting', record: String(area) }}
      item={<NumberItem name="value" label="数值" required least={1} most={3650} />}
      onSave={({ key, ...given }, requestId) =>
        construction.client.saveSetting({ requestId, regionCode: area, key: key as ConstructionSettingKey, ...given })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: construction.query.key() })}
    />
  );
}
