// A query for similar problems is kept with a problem, under a title; then it is shown with what it finds.

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { queryPath } from '../../domain/addresses.ts';
import type { SimilarFilters } from '../../domain/similar.ts';
import { rectification } from '../api.ts';

type KeepQueryProps = {
  title: string;
  about: string;
  register: string;
  conditions: SimilarFilters;
  onClose: () => void;
  /** An example of a title. */
  example: string;
  children?: ReactNode;
};
type Typed = { number: string; title: string };

export function KeepQuery({ title, about, register, conditions, onClose, example, children }: KeepQueryProps) {
  const cache = useQueryClient();
  const navigate = useNavigate();

  function send({ number, title }: Typed, requestId: string) {
    return rectification.client.addQuery({
      ...{ requestId, number: number.trim(), title: title.trim(), register, ...conditions },
    });
  }

  // Left only once it is sent: a form with something unsent in it asks before it goes.
  async function show({ id }: { id: number }) {
    await cache.invalidateQueries({ queryKey: rectification.query.key() });
    void navigate({ to: queryPath(id) });
  }

  return (
    <FormDialog<Typed, { id: number }>
      title={title}
      about={about}
      deed={{ label: '保存并查询' }}
      onSend={send}
      onSent={show}
      done="已保存"
      onClose={onClose}
    >
      {children}
      <Form.Item name="number" label="问题编号" rules={[{ required: true, message: '请填写问题编号' }]}>
        <Input maxLength={200} placeholder="为哪个问题举一反三" />
      </Form.Item>
      <Form.Item name="title" label="查什么" rules={[{ required: true, message: '请说明查什么' }]}>
        <Input maxLength={100} placeholder={`例如：${example}`} />
      </Form.Item>
    </FormDialog>
  );
}
