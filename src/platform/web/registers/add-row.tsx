// A new row of a register that begins with what a page knows already, for pages of slices.

import { useQueryClient } from '@tanstack/react-query';
import { useMayDo, useRegisters } from './registers.tsx';
import { AddDialog } from './row-dialogs.tsx';
import type { RowValues } from './row-fields.tsx';

export type AddRowProps = { code: string; given: RowValues; onAdded?: () => unknown; onClose: () => void };

/** Nothing where the account may not add rows of the register. */
export function AddRow({ code, given, onAdded, onClose }: AddRowProps) {
  const cache = useQueryClient();
  const may = useMayDo();
  const register = useRegisters().catalogue.find(code);
  if (!register || !may(register, 'add')) return null;
  return (
    <AddDialog
      register={register}
      given={given}
      onAdded={async () => {
        await cache.invalidateQueries({ queryKey: ['registers'] });
        await onAdded?.();
      }}
      onClose={onClose}
    />
  );
}
