// 资产明细: the rows of a ledger.

import { useNavigate } from '@tanstack/react-router';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { download } from '../../../../platform/web/downloads.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatMoney } from '../../../../platform/web/numbers.ts';
import { assetPath } from '../../domain/addresses.ts';
import { ASSET_KINDS } from '../../domain/ledger.ts';
import { assetWord, STANDING_NAMES } from '../../domain/words.ts';
import { type AssetLine, assets } from '../api.ts';
import { listOfAssets } from '../searches.ts';

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const FILTERS: ListFilter[] = [
  { kind: 'text', key: 'text', label: '资产', placeholder: '编号或名称' },
  {
    kind: 'choice',
    key: 'kind',
    label: '类别',
    choices: ASSET_KINDS.map((value) => ({ value, label: assetWord('assetKind', value) })),
  },
  { kind: 'choice', key: 'standing', label: '状况', choices: choices(STANDING_NAMES) },
  { kind: 'text', key: 'department', label: '主管部门', more: true },
  { kind: 'tick', key: 'own', label: '只看本级', more: true },
];

const COLUMNS: ListColumn<AssetLine>[] = [
  { key: 'number', title: '资产编号', render: ({ number }) => number, width: 170, always: true },
  { key: 'name', title: '资产名称', render: ({ name }) => name, width: 200, always: true },
  { key: 'kind', title: '类别', render: ({ kind }) => assetWord('assetKind', kind), width: 84 },
  { key: 'region', title: '所在地区', render: ({ regionName }) => regionName, width: 140 },
  { key: 'formedIn', title: '形成年度', render: ({ formedIn }) => formedIn, width: 84 },
  {
    key: 'value',
    title: '原值（元）',
    render: ({ originalFen }) => formatMoney(originalFen),
    width: 140,
    align: 'right',
  },
  {
    key: 'standing',
    title: '状况',
    render: ({ standing, condition }) => (
      <StateTag tone={standing === 'idle' ? 'orange' : 'plain'}>
        {standing === 'in-use' && condition ? assetWord('assetCondition', condition) : STANDING_NAMES[standing]}
      </StateTag>
    ),
    width: 90,
  },
  { key: 'owner', title: '所有权人', render: ({ owner }) => owner ?? '没有登记', width: 220 },
  { key: 'upkeep', title: '管护单位', render: ({ upkeepUnit }) => upkeepUnit ?? '没有登记', width: 180 },
  { key: 'department', title: '主管部门', render: ({ department }) => department ?? '', width: 140, spare: true },
];

export function AssetListPage() {
  const navigate = useNavigate();
  const showFailure = useShowFailure();
  return (
    <ListPage
      id="assets.list"
      title="资产明细"
      unit="项"
      search={listOfAssets}
      filters={FILTERS}
      columns={COLUMNS}
      rowKey={({ number }) => number}
      queryKey={assets.query.list.key()}
      fetch={({ sort: _sort, own, ...search }, area, signal) =>
        assets.client.list({ ...search, area, own: own ? 'true' : undefined }, { signal })
      }
      onOpen={({ number }) => void navigate({ to: assetPath(number) })}
      onExport={({ sort: _sort, cursor: _cursor, ...search }, area) =>
        download('assets/forms/village-ledger', { ...search, area }, '资产明细.xlsx').catch(showFailure)
      }
      emptyHint="资产从“台账导入”进来，也可以在“帮扶项目资产”台账里登记。"
    />
  );
}
