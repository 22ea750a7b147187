// 审定名单 of the area and a day: the paper that goes with the county's decision.

import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';

export function ApprovalList({ area }: { area: number }) {
  const [day, setDay] = useState(() => dayjs());
  const text = day.format('YYYY-MM-DD');
  return (
    <>
      <span>审定名单</span>
      <DatePicker aria-label="审定日期" value={day} allowClear={false} onChange={(next) => next && setDay(next)} />
      <DocumentActions address={{ path: 'papers/approvals', query: { area, day: text }, name: `${text} 审定名单` }} />
    </>
  );
}
