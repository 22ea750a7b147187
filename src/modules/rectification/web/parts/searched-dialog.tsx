// A query for similar problems over cases or warnings, which are no registers: its conditions are chosen here.

import { Form, Segmented } from 'antd';
import { useState } from 'react';
import { FilterBar } from '../../../../platform/web/list/list-filters.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { listFilters, listInput } from '../../../../platform/web/registers/register-filters.ts';
import type { SearchedRows } from '../searched.ts';
import { KeepQuery } from './keep-query.tsx';

type SearchedDialogProps = { searched: SearchedRows; onClose: () => void };

/** What lists narrow by and queries do not keep. */
const NOT_KEPT = new Set(['text', 'asOf', 'voided']);

export function SearchedDialog({ searched, onClose }: SearchedDialogProps) {
  const { code: area } = useArea();
  const [chosen, setChosen] = useState(searched[0]?.register.code);
  const [values, setValues] = useState<Record<string, unknown>>({});
  const register = searched.find((one) => one.register.code === chosen)?.register;
  if (!register) return null;
  return (
    <KeepQuery
      title="在个案、预警中举一反三"
      about="选出同类记录的条件，在各旗县查；查到的按户编号列出，不含姓名。"
      register={register.code}
      conditions={{ filters: listInput(register, values, area).filters }}
      example="逾期没有办结的监测个案"
      onClose={onClose}
    >
      <Form.Item label="在哪里查">
        <Segmented
          aria-label="在哪里查"
          value={register.code}
          options={searched.map(({ register: { code, title } }) => ({ value: code, label: title }))}
          onChange={(code) => {
            setChosen(code);
            setValues({});
          }}
        />
      </Form.Item>
      <Form.Item label="条件">
        <FilterBar
          key={register.code}
          filters={listFilters(register).filter(({ key }) => !NOT_KEPT.has(key))}
          values={values}
          onChange={(patch) => setValues((old) => ({ ...old, ...patch }))}
        />
      </Form.Item>
    </KeepQuery>
  );
}
