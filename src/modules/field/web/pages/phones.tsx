// What the region asks of its phones.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import type { FieldSettingKey } from '../../domain/settings.ts';
import { field } from '../api.ts';

const UNITS: Readonly<Record<string, string>> = {
  'contact.days': '天',
  'lock.minutes': '分钟',
  'photo.pixels': '像素',
};

export function PhonesPage() {
  const cache = useQueryClient();
  const { code: area } = useArea();
  const query = useQuery(field.query.settings.queryOptions({ input: { area } }));
  const { data } = query;
  const maySave = useMay('field.save-setting');
  return (
    <div className="sw-page">
      <PageTitle title="手机端要求" note={data ? `${data.areaName} · 截至 ${data.asOf}` : ''} />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={4} /> : null}
      {data ? (
        <SettingsSection
          title="锁定、清除和照片"
          words={{ one: '要求', value: '数值', all: '手机端要求' }}
          lines={data.settings}
          valueText={({ key, value }) => `${value} ${UNITS[key] ?? ''}`}
          nameOf={({ title }) => title}
          isAllowed={maySave}
          about="对当前区域及其下级生效；手机下次联网时照办。"
          draft={{ form: 'field-setting', record: String(area) }}
          item={<NumberItem name="value" label="数值" required least={1} most={10_000} />}
          onSave={({ key, ...given }, requestId) =>
            field.client.saveSetting({ requestId, regionCode: area, key: key as FieldSettingKey, ...given })
          }
          onSaved={() => cache.invalidateQueries({ queryKey: field.query.key() })}
        />
      ) : null}
    </div>
  );
}
