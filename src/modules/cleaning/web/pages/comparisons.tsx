// 机账实卡: what two systems, the family's card and one's own eyes say of a household, field by field, and how often they agree.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { download } from '../../../../platform/web/downloads.ts';
import { choicesOf } from '../../../../platform/web/form/index.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { householdPath } from '../../../households/domain/addresses.ts';
import { shownNumber } from '../../../households/domain/local-number.ts';
import { COMPARED, PAIRS } from '../../domain/comparison.ts';
import { BASES, CHECK_LOOKS } from '../../domain/words.ts';
import { type Check, cleaning, type FieldRate } from '../api.ts';
import { shareText } from '../parts/words.tsx';
import { checksSearch } from '../searches.ts';

const FILTERS: ListFilter[] = [{ kind: 'choice', key: 'look', label: '核查结果', choices: choicesOf(CHECK_LOOKS) }];

const side = (value: string | undefined) => (value === undefined ? '未知' : value === '' ? '没有' : value);

const COLUMNS: ListColumn<Check>[] = [
  { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName, width: 110 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 120 },
  {
    ...{ key: 'number', title: '户编号', width: 150, always: true },
    render: ({ countyCode, householdId, householdNumber }) => (
      <Link to={householdPath({ countyCode, id: householdId })}>{shownNumber(householdNumber)}</Link>
    ),
  },
  { key: 'head', title: '户主', render: ({ headName }) => headName, width: 84 },
  { key: 'field', title: '核查项目', render: ({ field }) => COMPARED[field].title, width: 120, always: true },
  { key: 'system', title: '机（全国系统）', render: ({ system }) => side(system), width: 130 },
  { key: 'ledger', title: '账（本系统）', render: ({ ledger }) => side(ledger), width: 130 },
  { key: 'seen', title: '实（入户）', render: ({ seen }) => side(seen), width: 130 },
  { key: 'card', title: '卡（明白卡）', render: ({ card }) => side(card), width: 130 },
  { key: 'printed', title: '卡打印日期', render: ({ cardPrintedOn }) => cardPrintedOn ?? '', width: 106 },
  {
    ...{ key: 'outcome', title: '处理', width: 110 },
    render: ({ corrected, ledger, seen }) => {
      if (ledger === seen) return '';
      return corrected ? <StateTag tone="green">已更正</StateTag> : <StateTag tone="orange">列入疑点</StateTag>;
    },
  },
  { key: 'basis', title: '依据', render: ({ basis }) => BASES[basis], width: 84 },
  { key: 'checked', title: '核查', render: ({ checkedOn, checkedBy }) => `${checkedOn} ${checkedBy}`, width: 170 },
];

const pairColumn = ([pair, title]: [keyof typeof PAIRS, string]): ListColumn<FieldRate> => ({
  ...{ key: pair, title: `${title}一致率`, width: 130, align: 'right' },
  render: ({ pairs }) =>
    `${shareText(pairs[pair].equal, pairs[pair].compared)}（${formatCount(pairs[pair].compared)}）`,
});
const RATES: ListColumn<FieldRate>[] = [
  { key: 'field', title: '核查项目', render: ({ field }) => COMPARED[field].title, width: 140 },
  { key: 'checks', title: '核查户数', render: ({ checks }) => formatCount(checks), width: 96, align: 'right' },
  ...(Object.entries(PAIRS) as [keyof typeof PAIRS, string][]).map(pairColumn),
];

function Rates() {
  const { code: area } = useArea();
  const query = useQuery(cleaning.query.consistency.queryOptions({ input: { area } }));
  if (query.isPending) return <Loading rows={4} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { households, fields } = query.data;
  if (households === 0) return null;
  return (
    <Section title={`一致率：已核查 ${formatCount(households)} 户`}>
      <p className="sw-quiet">按每户每项最近一次核查；括号里是两边都知道、可以比较的户数。</p>
      <SmallTable label="一致率" columns={RATES} rows={fields} rowKey={({ field }) => field} none="" />
    </Section>
  );
}

export function ComparisonsPage() {
  return (
    <ListPage
      id="cleaning.checks"
      title="机账实卡核查"
      unit="项"
      search={checksSearch}
      filters={FILTERS}
      columns={COLUMNS}
      rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
      queryKey={cleaning.query.checks.key()}
      fetch={({ sort: _sort, look = 'differing', ...asked }, area, signal) =>
        cleaning.client.checks({ look, ...asked, area }, { signal })
      }
      onExport={({ look }, area) =>
        download('cleaning/comparisons/export', { look: look ?? 'differing', area }, '机账实卡一致性核查表.xlsx')
      }
      emptyHint="在手机端打开一户，选“机账实卡核查”，逐项核对后就列在这里。"
    >
      <Rates />
    </ListPage>
  );
}
