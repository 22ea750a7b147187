// 农牧户: the households of the current area.

import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { download } from '../../../../platform/web/downloads.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatCount, formatMoney, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { householdPath } from '../../domain/addresses.ts';
import { shownNumber } from '../../domain/local-number.ts';
import { HOUSEHOLD_KIND_NAMES, MONITORING_CATEGORY_NAMES } from '../../domain/registry-columns.ts';
import { households } from '../api.ts';
import { CategoryTag, KindTag } from '../parts/tags.tsx';
import { householdsSearch } from '../searches.ts';
import type { HouseholdRow } from '../types.ts';

const choices = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));
const YES_NO = [
  { value: 'true', label: '是' },
  { value: 'false', label: '否' },
];

const FILTERS: ListFilter[] = [
  { kind: 'text', key: 'text', label: '查找', placeholder: '姓名、首字母、编号、证件号码' },
  { kind: 'choice', key: 'kind', label: '户类型', choices: choices(HOUSEHOLD_KIND_NAMES) },
  {
    kind: 'choice',
    key: 'category',
    label: '监测对象',
    choices: [
      { value: 'any', label: '全部监测对象' },
      ...choices(MONITORING_CATEGORY_NAMES),
      { value: 'none', label: '非监测对象' },
    ],
  },
  { kind: 'choice', key: 'dibao', label: '低保', choices: YES_NO },
  { kind: 'choice', key: 'openIssue', label: '有未处理疑点', choices: YES_NO },
  { kind: 'text', key: 'membersFrom', label: '人口不少于', placeholder: '人', more: true },
  { kind: 'text', key: 'membersTo', label: '人口不多于', placeholder: '人', more: true },
  { kind: 'text', key: 'incomeFrom', label: '人均纯收入不低于', placeholder: '元', more: true },
  { kind: 'text', key: 'incomeTo', label: '人均纯收入不高于', placeholder: '元', more: true },
];

/** Sorting by members or income is for one county at most: above that every row would have to be read. */
function columnsFor(mayRank: boolean): ListColumn<HouseholdRow>[] {
  return [
    {
      key: 'number',
      title: '户编号',
      render: ({ number }) => shownNumber(number),
      width: 122,
      always: true,
      sortable: true,
    },
    {
      key: 'head',
      title: '户主',
      render: ({ headName }) => headName || UNKNOWN,
      width: 84,
      always: true,
      fixed: 'left',
    },
    { key: 'county', title: '旗县', render: ({ countyName }) => countyName || UNKNOWN, width: 104, aboveCounty: true },
    { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName, width: 112 },
    { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 120 },
    {
      ...{ key: 'memberCount', title: '人口', width: 64, align: 'right', sortable: mayRank },
      render: ({ memberCount }) => formatCount(memberCount),
    },
    { key: 'kind', title: '户类型', render: (row) => <KindTag kind={row.kind} />, width: 84 },
    { key: 'category', title: '监测对象类别', render: (row) => <CategoryTag {...row} />, width: 128 },
    { key: 'dibao', title: '低保', render: ({ dibao }) => (dibao ? '是' : '否'), width: 64 },
    { key: 'incomeYear', title: '收入年度', render: ({ incomeYear }) => incomeYear ?? UNKNOWN, width: 90, spare: true },
    {
      ...{ key: 'netPerCapita', title: '人均纯收入（元）', width: 132, align: 'right', sortable: mayRank },
      render: ({ netPerCapitaFen }) => formatMoney(netPerCapitaFen),
    },
    {
      key: 'openIssues',
      title: '疑点',
      render: ({ openIssues }) => formatCount(openIssues),
      width: 64,
      align: 'right',
    },
  ];
}

/** County, township or village. */
function isOneCounty(area: number): boolean {
  return Math.floor(area / 1_000_000) % 100 !== 0;
}

type Search = ReturnType<typeof householdsSearch>;
type Sort = Parameters<typeof households.client.list>[0]['sort'];

function inputOf({ sort, ...search }: Search, area: number) {
  const known = sort as Sort;
  const mayUse = known === undefined || known.endsWith('number') || isOneCounty(area);
  return { ...search, area, ...(mayUse && known ? { sort: known } : {}) };
}

export function HouseholdsPage() {
  const navigate = useNavigate();
  const { code } = useArea();
  const mayExport = useMay('households.export');
  const mayImport = useMay('registry-import.preview');
  return (
    <ListPage
      id="households.list"
      title="农牧户"
      unit="户"
      search={householdsSearch}
      filters={FILTERS}
      columns={columnsFor(isOneCounty(code))}
      rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
      queryKey={households.query.list.key()}
      fetch={(search, area, signal) => households.client.list(inputOf(search, area), { signal })}
      onOpen={(row) =>
        void navigate({ to: householdPath(row), search: (old: { area?: string }) => ({ area: old.area }) })
      }
      emptyHint="导入国家系统的户表和成员表后，这里列出当前区域的农牧户。"
      actions={
        mayImport ? (
          <Button
            onClick={() =>
              void navigate({
                to: '/households/import',
                search: (old: { area?: string }) => ({ area: old.area, step: 'new' }),
              })
            }
          >
            导入
          </Button>
        ) : null
      }
      {...(mayExport
        ? {
            onExport: (search: Search, area: number) => {
              const { cursor: _, ...query } = inputOf(search, area);
              return download('households/export', query, '农牧户.xlsx');
            },
          }
        : {})}
    />
  );
}
