// Whether the holidays of the year were compared with the announcement: a note until somebody has done it, then who and when.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { formatInstant } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { processApi } from '../api.ts';

/** `changed`: there are changes that are not saved, which nobody can vouch for yet. */
export function CalendarCheck({ year, changed }: { year: number; changed: boolean }) {
  const check = useQuery(processApi.query.calendarCheck.queryOptions({ input: { year } }));
  const mayCheck = useMay('process.check-calendar');
  if (!check.isSuccess) return null;
  const { by, at } = check.data;
  if (by !== undefined)
    return (
      <p className="sw-quiet">
        {year} 年节假日安排已由 {by} 于 {formatInstant(at)} 核对。
      </p>
    );
  return (
    <Alert
      className="sw-alert"
      type="warning"
      showIcon
      title={`${year} 年节假日安排待核对`}
      description="请对照国务院办公厅关于当年节假日安排的通知和自治区的补充规定逐日核对。按工作日计算的期限以此为准。"
      {...(mayCheck ? { action: <CheckButton year={year} disabled={changed} /> } : {})}
    />
  );
}

function CheckButton({ year, disabled }: { year: number; disabled: boolean }) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);

  async function confirm() {
    setBusy(true);
    try {
      await processApi.client.checkCalendar({ requestId: newRequestId(), year });
      await cache.invalidateQueries({ queryKey: processApi.query.calendarCheck.key() });
    } catch (error) {
      void message.error(failureOf(error).message);
    }
    setBusy(false);
  }

  return (
    <Button loading={busy} disabled={disabled} title={disabled ? '请先保存修改' : ''} onClick={() => void confirm()}>
      已核对无误
    </Button>
  );
}
