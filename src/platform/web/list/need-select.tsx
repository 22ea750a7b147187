// Which kind of what asks for action is looked at, each with how many there are of it.

import { Select } from 'antd';
import { formatCount } from '../numbers.ts';

type NeedSelectProps<Need extends string> = {
  needs: readonly Need[];
  names: Readonly<Record<Need, string>>;
  counts: Readonly<Record<Need, number>>;
  /** All of them where none is chosen. */
  chosen: Need | undefined;
  onChoose: (need: Need | undefined) => void;
};

export function NeedSelect<Need extends string>({ needs, names, counts, chosen, onChoose }: NeedSelectProps<Need>) {
  return (
    <div className="sw-filters">
      <Select<Need | ''>
        aria-label="待办种类"
        value={chosen ?? ''}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: '全部待办' },
          ...needs.map((need) => ({ value: need, label: `${names[need]}（${formatCount(counts[need])}）` })),
        ]}
        onChange={(need) => onChoose(needs.find((one) => one === need))}
      />
    </div>
  );
}
