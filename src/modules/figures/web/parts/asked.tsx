// Of which day, and as known by when: always in sight, because the same figure has many values.

import { Button } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { DayInput } from '../../../../platform/web/form/index.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { todayText } from '../../../../platform/web/today.ts';
import { figuresSearch } from '../searches.ts';

/** What the address asks for, as an input of the operations. */
export function useAsked() {
  const { code: area } = useArea();
  const { search } = useAddress(figuresSearch);
  return { area, day: search.day, knownBy: search.knownBy };
}

/** `asOf`: the day that is shown, where none was chosen. */
export function AskedBar({ asOf, children }: { asOf: string | undefined; children?: React.ReactNode }) {
  const { search, change } = useAddress(figuresSearch);
  const day = search.day ?? asOf;
  return (
    <div className="sw-filters sw-figures-asked">
      <span className="sw-asked-day">
        <label htmlFor="figures-day">时点</label>
        <DayInput
          id="figures-day"
          allowClear={false}
          {...(day ? { value: day } : {})}
          onChange={(next) => change({ day: next }, 'replace')}
        />
      </span>
      <span className="sw-asked-day">
        <label htmlFor="figures-known">截至何时录入</label>
        <DayInput
          id="figures-known"
          {...(search.knownBy ? { value: search.knownBy } : {})}
          onChange={(knownBy) => change({ knownBy }, 'replace')}
        />
      </span>
      <Button onClick={() => change({ day: todayText() }, 'replace')}>看今天</Button>
      {children}
    </div>
  );
}
