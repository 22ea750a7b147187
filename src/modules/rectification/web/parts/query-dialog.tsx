// A query for similar problems, out of the filters of the list that is looked at.

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useMemo } from 'react';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { RegisterRow } from '../../../../kernel/register/register-contract.ts';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { listInput, registerSearch } from '../../../../platform/web/registers/register-filters.ts';
import { queryPath } from '../../domain/addresses.ts';
import { rectification } from '../api.ts';

type QueryDialogProps = { register: RegisterDefinition; rows: readonly RegisterRow[]; onClose: () => void };
type Typed = { number: string; title: string };

export function QueryDialog({ register, onClose }: QueryDialogProps) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { code: area } = useArea();
  const { search } = useAddress(useMemo(() => registerSearch(register), [register]));
  const { filters, state } = listInput(register, search, area);
  const count = Object.keys(filters).length + (state ? 1 : 0);

  async function send({ number, title }: Typed, requestId: string) {
    const { id } = await rectification.client.addQuery({
      ...{ requestId, number: number.trim(), title: title.trim(), register: register.code, filters },
      ...(state ? { state } : {}),
    });
    await cache.invalidateQueries({ queryKey: rectification.query.key() });
    void navigate({ to: queryPath(id) });
  }

  return (
    <FormDialog<Typed>
      title="按当前筛选条件举一反三"
      about={
        count > 0
          ? `保存“${register.title}”列表现在的 ${count} 个筛选条件，在各旗县查同类记录。查找的文字和区域不保存。`
          : '现在没有筛选条件。请先关闭，在列表上方筛选出同类记录。'
      }
      deed={{ label: '保存并查询' }}
      onSend={send}
      done="已保存"
      onClose={onClose}
    >
      <Form.Item name="number" label="问题编号" rules={[{ required: true, message: '请填写问题编号' }]}>
        <Input maxLength={200} placeholder="为哪个问题举一反三" />
      </Form.Item>
      <Form.Item name="title" label="查什么" rules={[{ required: true, message: '请说明查什么' }]}>
        <Input maxLength={100} placeholder="例如：闲置的经营性资产" />
      </Form.Item>
    </FormDialog>
  );
}
