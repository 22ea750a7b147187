// 收入核对: households whose income asks for a look; each opens its sheet.

import { useNavigate } from '@tanstack/react-router';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatMoney, formatRate } from '../../../../platform/web/numbers.ts';
import { sheetPath } from '../../domain/addresses.ts';
import { CAUSE_NAMES, LOOK_DEEDS, LOOK_NAMES, LOOKS, type Look } from '../../domain/looks.ts';
import { type IncomeLine, incomes } from '../api.ts';
import { householdsSearch } from '../searches.ts';

const FILTERS: ListFilter[] = [
  {
    kind: 'choice',
    key: 'look',
    label: '核对什么',
    choices: LOOKS.map((value) => ({ value, label: LOOK_NAMES[value] })),
  },
  { kind: 'text', key: 'text', label: '查找', placeholder: '户主或户编号' },
];

function changeText({ perHeadFen, lastPerHeadFen }: IncomeLine): string {
  if (perHeadFen === undefined || !lastPerHeadFen || lastPerHeadFen < 0) return '';
  const change = perHeadFen - lastPerHeadFen;
  return `${change < 0 ? '降' : '增'} ${formatRate(Math.abs(change), lastPerHeadFen).text}`;
}

const AGAINST: Partial<Record<Look, [known: string, given: string]>> = {
  'wages-differ': ['务工台账（元）', '填报工资（元）'],
  'dibao-left-out': ['低保名册（元）', '填报转移性（元）'],
  'shares-left-out': ['发放合计（元）', '填报财产和经营（元）'],
};

function columnsOf(look: Look): ListColumn<IncomeLine>[] {
  const against = AGAINST[look];
  const money = (key: string, title: string, of: (row: IncomeLine) => number | undefined): ListColumn<IncomeLine> => ({
    ...{ key, title, width: 140, align: 'right' },
    render: (row) => formatMoney(of(row)),
  });
  return [
    { key: 'head', title: '户主', render: ({ headName }) => headName, width: 120, always: true },
    { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 150 },
    { key: 'number', title: '户编号', render: ({ number }) => number, width: 180 },
    { key: 'members', title: '年末人口', render: ({ members }) => members || '', width: 90, align: 'right' },
    money('perHead', '人均纯收入（元）', ({ perHeadFen }) => perHeadFen),
    money('last', '上年人均（元）', ({ lastPerHeadFen }) => lastPerHeadFen),
    { key: 'change', title: '比上年', render: changeText, width: 100, align: 'right' },
    { key: 'cause', title: '主要原因', render: ({ cause }) => (cause ? CAUSE_NAMES[cause] : ''), width: 140 },
    ...(against
      ? [money('known', against[0], ({ knownFen }) => knownFen), money('given', against[1], ({ givenFen }) => givenFen)]
      : []),
  ];
}

export function HouseholdsPage() {
  const navigate = useNavigate();
  const { search } = useAddress(householdsSearch);
  const look = search.look ?? 'fell';
  return (
    <ListPage
      id="incomes.households"
      title="收入核对"
      unit="户"
      search={householdsSearch}
      filters={FILTERS}
      columns={columnsOf(look)}
      rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
      queryKey={incomes.query.households.key()}
      fetch={({ sort: _sort, ...asked }, area, signal) =>
        incomes.client.households({ ...asked, look, area }, { signal })
      }
      onOpen={(row) => void navigate({ to: sheetPath(row), search: (old: object) => ({ ...old, year: row.year }) })}
      emptyHint="这一项没有需要核对的户。"
    >
      <p className="sw-quiet">
        {search.look ? '' : `现在列出的是“${LOOK_NAMES[look]}”。`}
        {LOOK_DEEDS[look]}
      </p>
    </ListPage>
  );
}
