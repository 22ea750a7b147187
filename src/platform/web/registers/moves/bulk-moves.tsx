// Moves of the rows that are ticked in a register's list.

import { type ReactNode, useState } from 'react';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { RegisterRow } from '../../../../kernel/register/register-contract.ts';
import type { BulkAction } from '../../list/list-types.ts';
import { useHasRole } from '../registers.tsx';
import { MoveDialog } from './move-dialog.tsx';

/** A button for each move that fits one of the rows ticked, and the dialog it opens. */
export function useBulkMoves(register: RegisterDefinition): { bulk: BulkAction<RegisterRow>[]; dialog: ReactNode } {
  const hasRole = useHasRole();
  const [open, setOpen] = useState<{ name: string; rows: RegisterRow[] }>();
  const bulk = Object.entries(register.states?.moves ?? {})
    .filter(([, { roles, single }]) => hasRole(roles) && !single)
    .map(
      ([name, { title, from }]): BulkAction<RegisterRow> => ({
        label: title,
        allowed: (rows) => rows.some(({ state, voided }) => !voided && from.includes(state ?? '')),
        run: (rows) => setOpen({ name, rows }),
      }),
    );
  return {
    bulk,
    dialog: open ? <MoveDialog register={register} {...open} onClose={() => setOpen(undefined)} /> : null,
  };
}
