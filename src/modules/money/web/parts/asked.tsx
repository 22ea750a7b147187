// Which money is looked at: budget year, kind, source and day. Always visible, because the same region has many answers.

import { Select } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { DayInput } from '../../../../platform/web/form/index.ts';
import { FUND_KINDS, SOURCE_LEVELS } from '../../../funds/domain/fund-words.ts';
import { askedSearch } from '../searches.ts';

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What the address asks for, as an input of the operations. */
export function useAsked() {
  const { search } = useAddress(askedSearch);
  const { year, kind = 'transition', source, asOf } = search;
  return { year, kind, source, asOf };
}

/** Years to choose from: those with money, and the one that is shown. */
export function AskedBar({ years, year }: { years: readonly number[]; year: number | undefined }) {
  const { search, change } = useAddress(askedSearch);
  const shown = [...new Set([...years, ...(year ? [year] : [])])].sort((a, b) => b - a);
  return (
    <div className="sw-filters sw-money-asked">
      <Select
        aria-label="预算年度"
        {...(year ? { value: year } : {})}
        options={shown.map((value) => ({ value, label: `${value} 年度` }))}
        onChange={(value) => change({ year: value }, 'replace')}
      />
      <Select
        aria-label="资金种类"
        value={search.kind ?? 'transition'}
        options={choices(FUND_KINDS)}
        onChange={(kind) => change({ kind }, 'replace')}
      />
      <Select
        aria-label="来源层级"
        value={search.source ?? ''}
        options={[{ value: '', label: '全部来源' }, ...choices(SOURCE_LEVELS)]}
        onChange={(source) => change({ source: source === '' ? undefined : (source as 'central') }, 'replace')}
      />
      <span className="sw-money-day">
        <label htmlFor="money-as-of">截至</label>
        <DayInput
          id="money-as-of"
          {...(search.asOf ? { value: search.asOf } : {})}
          onChange={(asOf) => change({ asOf: asOf ?? undefined }, 'replace')}
        />
      </span>
    </div>
  );
}
