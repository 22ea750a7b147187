// The period a bulletin speaks of: the usual ones by a click, any other by its days.

import { DatePicker, Segmented, Space } from 'antd';
import dayjs from 'dayjs';
import { type PeriodText, periodText } from './period.ts';

function usualPeriods(): { label: string; period: PeriodText }[] {
  const today = dayjs();
  const month = today.startOf('month');
  const quarter = month.subtract(month.month() % 3, 'month');
  const lastMonth = month.subtract(1, 'month');
  return [
    { label: '本月', period: periodText(month, today) },
    { label: '上月', period: periodText(lastMonth, lastMonth.endOf('month')) },
    { label: '本季', period: periodText(quarter, today) },
    { label: '本年', period: periodText(today.startOf('year'), today) },
  ];
}

const OTHER = '其他';

export function PeriodChoice({ value, onChange }: { value: PeriodText; onChange: (period: PeriodText) => void }) {
  const usual = usualPeriods();
  const chosen = usual.find(({ period }) => period.from === value.from && period.to === value.to);
  return (
    <Space wrap className="sw-period">
      <Segmented
        aria-label="期间"
        value={chosen?.label ?? OTHER}
        options={[...usual.map(({ label }) => label), ...(chosen ? [] : [OTHER])]}
        onChange={(label) => {
          const next = usual.find((each) => each.label === label);
          if (next) onChange(next.period);
        }}
      />
      <DatePicker.RangePicker
        aria-label="起止日期"
        value={[dayjs(value.from), dayjs(value.to)]}
        allowClear={false}
        onChange={(range) => {
          if (range?.[0] && range[1]) onChange(periodText(range[0], range[1]));
        }}
      />
    </Space>
  );
}
