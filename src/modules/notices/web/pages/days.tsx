// 公示天数: how long each kind of notice hangs in the area.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { notices } from '../api.ts';

export function DaysPage() {
  const { code: area } = useArea();
  const cache = useQueryClient();
  const isAllowed = useMay('notices.save-setting');
  const query = useQuery(notices.query.settings.queryOptions({ input: { area } }));
  return (
    <div className="sw-page">
      <PageTitle title="公示天数" />
      {query.isPending ? <Loading rows={8} /> : null}
      {query.isLoadingError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <SettingsSection
          title="各类公示张贴多少天"
          words={{ one: '公示事项', value: '天数', all: '公示天数' }}
          lines={query.data}
          valueText={({ value }) => `${value} 天`}
          nameOf={({ title }) => title}
          isAllowed={isAllowed}
          about="对当前区域及其下级生效；下级可以另设。已经张贴的公示不变。"
          draft={{ form: 'notice-setting', record: String(area) }}
          item={<NumberItem name="value" label="天数" required least={0} most={365} />}
          onSave={(given, requestId) => notices.client.saveSetting({ requestId, regionCode: area, ...given })}
          onSaved={() => cache.invalidateQueries({ queryKey: notices.query.key() })}
        />
      ) : null}
    </div>
  );
}
