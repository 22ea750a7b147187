// 催办 on the page of a case, where its turn is below the own level.

import { Button } from 'antd';
import { useState } from 'react';
import { useViewer } from '../../../../platform/web/viewer.tsx';
import type { CaseItem } from '../../../cases/web/index.tsx';
import { mayRemind } from '../../domain/reminders.ts';
import { RemindDialog } from './remind-dialog.tsx';

export function RemindButton({ item: { countyCode, id, turn } }: { item: CaseItem }) {
  const { role } = useViewer();
  const [open, setOpen] = useState(false);
  if (!mayRemind(role, turn)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>催办</Button>
      {open ? <RemindDialog of={{ cases: [{ countyCode, id }] }} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
