// The period a bulletin speaks of: the usual ones by a click, any other by its days.

import { DatePicker, Segmented, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';

export type PeriodText = { from: string; to: string };

const text = (from: Dayjs, to: Dayjs): PeriodText => ({ from: from.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') });

function usualPeriods(): { label: string; period: PeriodText }[] {
  const today = dayjs();
  const month = today.startOf('month');
  const quarter = month.subtract(month.month() % 3, 'month');
  const lastMonth = month.subtract(1, 'month');
  return [
    { label: '本月', period: text(month, today) },
    { label: '上月', period: text(lastMonth, lastMonth.endOf('month')) },
    { label: '本季', period: text(quarter, today) },
    { label: '本年', period: text(today.startOf('year'), today) },
  ];
}

export function defaultPeriod(): PeriodText {
  return text(dayjs().startOf('year'), dayjs());
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
          if (range?.[0] && range[1]) onChange(text(range[0], range[1]));
        }}
      />
    </Space>
  );
}
