// 安置点情况: the sites of the area with who lives in them and who works.

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { FormsMenu } from '../../../../platform/web/papers/forms-menu.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { relocationSiteRegister } from '../../../projects/domain/relocation-site-register.ts';
import { sitePath } from '../../domain/addresses.ts';
import { CONCERN_NAMES } from '../../domain/concerns.ts';
import { FORM_NAMES } from '../../domain/form-words.ts';
import type { RelocationSettingKey } from '../../domain/settings.ts';
import { relocation, type SiteLine, type SiteSettings } from '../api.ts';
import { sitesSearch } from '../searches.ts';

const KINDS: Readonly<Record<string, string>> = relocationSiteRegister.fields.siteKind.values ?? {};
const FILTERS: ListFilter[] = [{ kind: 'text', key: 'text', label: '查找', placeholder: '编号或名称' }];

const count = (key: keyof SiteLine & string, title: string, width = 100): ListColumn<SiteLine> => ({
  ...{ key, title, width, align: 'right' },
  render: (row) => formatCount(row[key] as number | undefined),
});

const COLUMNS: ListColumn<SiteLine>[] = [
  { key: 'name', title: '安置点', render: ({ name }) => name, width: 170, always: true },
  { key: 'region', title: '嘎查村', render: ({ regionName }) => regionName, width: 110 },
  count('dwellings', '套数', 64),
  count('households', '入住（户）', 96),
  count('vacant', '空置（套）', 96),
  count('able', '劳动力', 76),
  count('working', '在岗', 64),
  count('joblessHouseholds', '零就业（户）', 112),
  {
    ...{ key: 'concerns', title: '需要核对', width: 180 },
    render: ({ concerns }) =>
      concerns.map((concern) => (
        <StateTag key={concern} tone={concern === 'red-risk' ? 'red' : 'orange'}>
          {CONCERN_NAMES[concern]}
        </StateTag>
      )),
  },
  count('persons', '人口', 76),
  count('registered', '建档立卡（户）', 128),
  { key: 'kind', title: '类型', render: ({ kind }) => KINDS[kind ?? ''] ?? '', width: 80 },
];

export function SitesPage() {
  const { code: area } = useArea();
  const navigate = useNavigate();
  const [elsewhere, setElsewhere] = useState(0);
  const [settings, setSettings] = useState<SiteSettings>([]);
  return (
    <>
      <ListPage
        id="relocation.sites"
        title="安置点情况"
        unit="个"
        search={sitesSearch}
        filters={FILTERS}
        columns={COLUMNS}
        rowKey={({ number }) => number}
        queryKey={relocation.query.sites.key()}
        fetch={async ({ sort: _sort, ...asked }, area, signal) => {
          const page = await relocation.client.sites({ ...asked, area }, { signal });
          setElsewhere(page.livingElsewhere);
          setSettings(page.settings);
          return page;
        }}
        onOpen={({ number }) => void navigate({ to: sitePath(number) })}
        actions={<FormsMenu operation="relocation.form" path="relocation/forms" names={FORM_NAMES} query={{ area }} />}
        emptyHint="安置点从“台账导入”进来，也可以在“易地搬迁安置点”台账里登记。"
      >
        {elsewhere > 0 ? (
          <p className="sw-quiet">另有 {formatCount(elsewhere)} 户户籍在本区域、住在其他区域的安置点，在那里统计。</p>
        ) : null}
      </ListPage>
      <Settings settings={settings} />
    </>
  );
}

function Settings({ settings }: { settings: SiteSettings }) {
  const { code: area } = useArea();
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="按什么要求列出"
      words={{ one: '要求', value: '数值', all: '搬迁后扶要求' }}
      lines={settings}
      valueText={({ value }) => String(value)}
      nameOf={({ title }) => title}
      isAllowed={useMay('relocation.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。"
      draft={{ form: 'relocation-setting', record: String(area) }}
      item={<NumberItem name="value" label="数值" required least={0} most={3650} />}
      onSave={({ key, ...given }, requestId) =>
        relocation.client.saveSetting({ requestId, regionCode: area, key: key as RelocationSettingKey, ...given })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: relocation.query.key() })}
    />
  );
}
