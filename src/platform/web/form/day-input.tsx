import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { Given } from './number-input.tsx';

type DayInputProps = Given<string> & { latest?: string; earliest?: string; allowClear?: boolean };

/** A day whose value is ISO text, as the records and drafts keep it. `earliest` and `latest` can still be chosen. */
export function DayInput({ id, value, onChange, latest, earliest, allowClear = true }: DayInputProps) {
  return (
    <DatePicker
      {...(id ? { id } : {})}
      className="sw-wide"
      allowClear={allowClear}
      value={value ? dayjs(value) : null}
      disabledDate={(date) => {
        const day = date.format('YYYY-MM-DD');
        return (latest !== undefined && day > latest) || (earliest !== undefined && day < earliest);
      }}
      onChange={(date) => onChange?.(date ? date.format('YYYY-MM-DD') : undefined)}
    />
  );
}
