// Choosing a household of a county by name or number.

import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { shownNumber } from '../../domain/local-number.ts';
import { households } from '../api.ts';

type HouseholdPickerProps = {
  countyCode: number;
  /** A household that is open: not offered. */
  except?: number;
  id?: string;
  value?: number;
  onChange?: (id: number | undefined) => void;
};

export function HouseholdPicker({ countyCode, except, id, value, onChange }: HouseholdPickerProps) {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    ...households.query.search.queryOptions({ input: { text: asked, limit: 30 } }),
    enabled: asked.length > 0,
    retry: false,
  });
  const known = new Map(
    (found.data?.items ?? [])
      .filter((hit) => hit.countyCode === countyCode && hit.householdId !== except)
      .map((hit) => [hit.householdId, hit]),
  );
  return (
    <Select<number>
      {...(id ? { id } : {})}
      {...(value === undefined ? {} : { value })}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      placeholder="输入姓名或户编号查找"
      notFoundContent={asked ? (found.isFetching ? '正在查找' : '同一旗县内没有找到') : null}
      options={[...known.values()].map((hit) => ({
        value: hit.householdId,
        label: `${hit.headName}户 ${shownNumber(hit.number)}（${hit.townshipName} ${hit.villageName}）`,
      }))}
      onChange={(next: number | undefined) => onChange?.(next)}
    />
  );
}
