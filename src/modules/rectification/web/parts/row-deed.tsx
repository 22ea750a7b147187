// A deed of one row that asks nothing: done at once, and the row around it is not opened.

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { RowButton } from '../../../../platform/web/list/row-button.tsx';
import { rectification } from '../api.ts';

export function RowDeed({ label, send }: { label: string; send: () => Promise<unknown> }) {
  const cache = useQueryClient();
  const showFailure = useShowFailure();
  const [busy, setBusy] = useState(false);
  async function act() {
    setBusy(true);
    await send()
      .then(() => cache.invalidateQueries({ queryKey: rectification.query.key() }))
      .catch(showFailure);
    setBusy(false);
  }
  return (
    <RowButton loading={busy} onClick={() => void act()}>
      {label}
    </RowButton>
  );
}
