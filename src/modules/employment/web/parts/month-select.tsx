// The month that is confirmed: this one, or one of the three before it.

import { Select } from 'antd';
import { todayText } from '../../../../platform/web/form/index.ts';

const MONTHS_SHOWN = 4;

/** This month and those before it that may still be confirmed, newest first. */
function monthsFrom(today: string): { value: string; label: string }[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: MONTHS_SHOWN }, (_, i) => {
    const value = new Date(Date.UTC(year, month - 1 - i, 1)).toISOString().slice(0, 10);
    return { value, label: `${value.slice(0, 4)} 年 ${Number(value.slice(5, 7))} 月` };
  });
}

/** The month asked for, or this one. */
export function monthOf(asked: string | undefined): string {
  return asked ?? monthsFrom(todayText())[0]?.value ?? '';
}

export function MonthSelect({ value, onChange }: { value: string; onChange: (month: string) => void }) {
  return (
    <Select
      aria-label="月份"
      className="sw-job-month"
      value={value}
      options={monthsFrom(todayText())}
      onChange={onChange}
    />
  );
}
