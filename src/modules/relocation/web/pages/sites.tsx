// 安置点情况: the sites of the area with who lives in them and who works.

import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { relocationSiteRegister } from '../../../projects/domain/relocation-site-register.ts';
import { sitePath } from '../../domain/addresses.ts';
import { CONCERN_NAMES } from '../../domain/concerns.ts';
import { relocation, type SiteLine } from '../api.ts';
import { sitesSearch } from '../searches.ts';

const KINDS: Readonly<Record<string, string>> = relocationSiteRegister.fields.siteKind.values ?? {};
const FILTERS: ListFilter[] = [{ kind: 'text', key: 'text', label: '查找', placeholder: '编号或名称' }];

const count = (key: keyof SiteLine & string, title: string, width = 100): ListColumn<SiteLine> => ({
  ...{ key, title, width, align: 'right' },
  render: (row) => formatCount(row[key] as number | undefined),
});

const COLUMNS: ListColumn<SiteLine>[] = [
  { key: 'name', title: '安置点', render: ({ name }) => name, width: 200, always: true },
  { key: 'kind', title: '类型', render: ({ kind }) => KINDS[kind ?? ''] ?? '', width: 80 },
  { key: 'region', title: '嘎查村', render: ({ regionName }) => regionName, width: 140 },
  count('dwellings', '套数'),
  count('households', '入住（户）'),
  count('vacant', '空置（套）'),
  count('persons', '人口'),
  count('registered', '建档立卡（户）', 120),
  count('able', '劳动力'),
  count('working', '在岗'),
  count('joblessHouseholds', '零就业（户）', 110),
  {
    ...{ key: 'concerns', title: '需要核对', width: 180 },
    render: ({ concerns }) =>
      concerns.map((concern) => (
        <StateTag key={concern} tone="orange">
          {CONCERN_NAMES[concern]}
        </StateTag>
      )),
  },
];

export function SitesPage() {
  const navigate = useNavigate();
  const [elsewhere, setElsewhere] = useState(0);
  return (
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
        return page;
      }}
      onOpen={({ number }) => void navigate({ to: sitePath(number) })}
      emptyHint="安置点从“台账导入”进来，也可以在“易地搬迁安置点”台账里登记。"
    >
      {elsewhere > 0 ? (
        <p className="sw-quiet">另有 {formatCount(elsewhere)} 户户籍在本区域、住在其他区域的安置点，在那里统计。</p>
      ) : null}
    </ListPage>
  );
}
