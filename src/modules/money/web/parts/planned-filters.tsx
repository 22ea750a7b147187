// Which planned projects are looked at: year, kind, programme.

import { Select } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { PROGRAMMES, PROJECT_KINDS } from '../../../projects/domain/project-words.ts';
import { projectMapSearch } from '../searches.ts';

const choices = (all: string, words: Readonly<Record<string, string>>) => [
  { value: '', label: all },
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
];

export function PlannedFilters({ year }: { year: number }) {
  const { search, change } = useAddress(projectMapSearch);
  const { kind, programme } = search;
  return (
    <div className="sw-filters">
      <Select
        aria-label="计划年度"
        value={year}
        options={[year + 1, year, year - 1, year - 2].map((value) => ({ value, label: `${value} 年` }))}
        onChange={(value) => change({ year: value }, 'replace')}
      />
      <Select
        aria-label="项目类别"
        value={kind ?? ''}
        options={choices('全部类别', PROJECT_KINDS)}
        onChange={(value) => change({ kind: value === '' ? undefined : (value as typeof kind) }, 'replace')}
      />
      <Select
        aria-label="所属专项"
        value={programme ?? ''}
        options={choices('全部专项', PROGRAMMES)}
        onChange={(value) => change({ programme: value === '' ? undefined : (value as typeof programme) }, 'replace')}
      />
    </div>
  );
}
