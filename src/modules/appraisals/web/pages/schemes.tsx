// 考核得分: schemes that were issued, the newest first; each opens to who stands where.

import { useNavigate } from '@tanstack/react-router';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { resultsPath } from '../../domain/addresses.ts';
import { appraisals, type SchemeLine } from '../api.ts';
import { SchemeState, TARGET_WORDS } from '../parts/words.tsx';
import { schemesSearch } from '../searches.ts';

const COLUMNS: ListColumn<SchemeLine>[] = [
  { key: 'name', title: '方案', render: ({ name }) => name, width: 240, always: true },
  { key: 'number', title: '编号', render: ({ number }) => number, width: 130 },
  { key: 'year', title: '年度', render: ({ year }) => year, width: 70 },
  { key: 'area', title: '组织考核', render: ({ areaName }) => areaName, width: 130 },
  { key: 'targets', title: '考核对象', render: ({ targets }) => TARGET_WORDS[targets], width: 90 },
  { key: 'state', title: '状态', render: ({ state }) => <SchemeState state={state} />, width: 110 },
  { key: 'asOf', title: '数据截止', render: ({ asOf }) => asOf, width: 110 },
  { key: 'enteredBy', title: '录入截止', render: ({ enteredBy }) => enteredBy, width: 110 },
  { key: 'indicators', title: '指标', render: ({ indicators }) => indicators, width: 70, align: 'right' },
  { key: 'assessed', title: '已算对象', render: ({ assessed }) => assessed || '', width: 90, align: 'right' },
];

export function SchemesPage() {
  const navigate = useNavigate();
  return (
    <ListPage
      id="appraisals.schemes"
      title="考核得分"
      unit="个"
      search={schemesSearch}
      filters={[]}
      columns={COLUMNS}
      rowKey={({ number }) => number}
      queryKey={appraisals.query.schemes.key()}
      fetch={({ sort: _sort, ...asked }, area, signal) => appraisals.client.schemes({ ...asked, area }, { signal })}
      onOpen={({ number }) => void navigate({ to: resultsPath(number) })}
      emptyHint="方案在“考核方案”台账里起草，印发以后列在这里；考核对象在告知得分以后看到。"
    />
  );
}
