// A query for similar problems, out of the filters of the list that is looked at.

import { useMemo } from 'react';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { RegisterRow } from '../../../../kernel/register/register-contract.ts';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { listInput, registerSearch } from '../../../../platform/web/registers/register-filters.ts';
import { KeepQuery } from './keep-query.tsx';

type QueryDialogProps = { register: RegisterDefinition; rows: readonly RegisterRow[]; onClose: () => void };

export function QueryDialog({ register, onClose }: QueryDialogProps) {
  const { code: area } = useArea();
  const { search } = useAddress(useMemo(() => registerSearch(register), [register]));
  const { filters, state } = listInput(register, search, area);
  const count = Object.keys(filters).length + (state ? 1 : 0);
  return (
    <KeepQuery
      title="按当前筛选条件举一反三"
      about={
        count > 0
          ? `保存“${register.title}”列表现在的 ${count} 个筛选条件，在各旗县查同类记录。查找的文字和区域不保存。`
          : '现在没有筛选条件。请先关闭，在列表上方筛选出同类记录。'
      }
      register={register.code}
      conditions={{ filters, ...(state ? { state } : {}) }}
      example="闲置的经营性资产"
      onClose={onClose}
    />
  );
}
