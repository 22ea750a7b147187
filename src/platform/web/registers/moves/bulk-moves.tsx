// Moves of the rows that are ticked in a register's list.

import { type ReactNode, useState } from 'react';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { RegisterRow } from '../../../../kernel/register/register-contract.ts';
import type { BulkAction } from '../../list/list-types.ts';
import { type RowsDeed, useDeeds, useHasRole } from '../registers.tsx';
import { MoveDialog } from './move-dialog.tsx';

/** A button for each move that fits one of the rows ticked and for what else may be done with them, and the dialog it opens. */
export function useBulkMoves(register: RegisterDefinition): { bulk: BulkAction<RegisterRow>[]; dialog: ReactNode } {
  const hasRole = useHasRole();
  const [open, setOpen] = useState<{ name: string; rows: RegisterRow[] }>();
  const [deed, setDeed] = useState<{ Dialog: RowsDeed['Dialog']; rows: RegisterRow[] }>();
  const deeds = useDeeds(register).map(
    ({ label, Dialog }): BulkAction<RegisterRow> => ({ label, run: (rows) => setDeed({ Dialog, rows }) }),
  );
  const moves = Object.entries(register.states?.moves ?? {})
    .filter(([, { roles, single }]) => hasRole(roles) && !single)
    .map(
      ([name, { title, from }]): BulkAction<RegisterRow> => ({
        label: title,
        allowed: (rows) => rows.some(({ state, voided }) => !voided && from.includes(state ?? '')),
        run: (rows) => setOpen({ name, rows }),
      }),
    );
  return {
    bulk: [...moves, ...deeds],
    dialog: open ? (
      <MoveDialog register={register} {...open} onClose={() => setOpen(undefined)} />
    ) : deed ? (
      <deed.Dialog register={register} rows={deed.rows} onClose={() => setDeed(undefined)} />
    ) : null,
  };
}
