// Who answers: the issues that were picked, or all of an area that nobody has.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { choicesOf, FormDialog } from '../../../../platform/web/form/index.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { DATA_ISSUES } from '../../../households/domain/registry-columns.ts';
import { cleaning, type Issue } from '../api.ts';

type Fields = { accountId: number; rule?: string };

export function AssignDialog({ rows, onClose }: { rows?: readonly Issue[]; onClose: () => void }) {
  const { code: area } = useArea();
  const cache = useQueryClient();
  const { data: people = [] } = useQuery(cleaning.query.people.queryOptions({ input: { area } }));
  return (
    <FormDialog<Fields>
      title={rows ? `分派疑点：所选 ${rows.length} 条` : '分派当前区域没有承办人的疑点'}
      about="只分给承办人区域内的疑点。要分一个嘎查村，先在上方把区域选到嘎查村。"
      draft={{ form: 'cleaning-assign', record: String(area), title: '分派疑点' }}
      initialValues={{}}
      deed={{ label: '分派' }}
      onSend={async (fields, requestId) => {
        const keys = rows?.map(({ countyCode, id }) => ({ countyCode, id }));
        await cleaning.client.assign({ requestId, area, ...fields, ...(keys ? { keys } : {}) });
      }}
      done="已分派"
      onSent={() => cache.invalidateQueries({ queryKey: cleaning.query.key() })}
      onClose={onClose}
    >
      <Form.Item name="accountId" label="承办人" rules={[{ required: true, message: '请选择承办人' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map(({ accountId, name, areaName }) => ({
            value: accountId,
            label: `${name}（${areaName}）`,
          }))}
        />
      </Form.Item>
      {rows ? null : (
        <Form.Item name="rule" label="疑点" extra="不选为全部疑点。">
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={choicesOf(DATA_ISSUES)} />
        </Form.Item>
      )}
    </FormDialog>
  );
}
