// Who takes on the households of an area, of a list, or those that were picked.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Select } from 'antd';
import { choicesOf, FormDialog } from '../../../../platform/web/form/index.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { SWEEP_LISTS, type SweepList } from '../../domain/words.ts';
import { type ListedHousehold, sweeps } from '../api.ts';

type Fields = { accountId: number; list?: SweepList; onlyFree: boolean };
type AssignDialogProps = {
  number: string;
  areaName: string;
  rows?: readonly ListedHousehold[] | undefined;
  onClose: () => void;
};

export function AssignDialog({ number, areaName, rows, onClose }: AssignDialogProps) {
  const { code: area } = useArea();
  const cache = useQueryClient();
  const { data: people = [] } = useQuery(sweeps.query.people.queryOptions({ input: { number, area } }));
  return (
    <FormDialog<Fields>
      title={rows ? `分派承办人：所选 ${rows.length} 户` : `分派承办人：${areaName}`}
      about="只分给承办人区域内的农牧户。要分一个嘎查村，先在上方把区域选到嘎查村。"
      draft={{ form: 'sweep-assign', record: `${number}-${area}`, title: '分派承办人' }}
      initialValues={{ onlyFree: !rows }}
      deed={{ label: '分派' }}
      onSend={async (fields, requestId) => {
        const households = rows?.map(({ countyCode, id: household }) => ({ countyCode, id: household }));
        await sweeps.client.assign({ requestId, number, area, ...fields, ...(households ? { households } : {}) });
      }}
      done="已分派"
      onSent={() => cache.invalidateQueries({ queryKey: sweeps.query.key() })}
      onClose={onClose}
    >
      <Form.Item name="accountId" label="承办人" rules={[{ required: true, message: '请选择承办人' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map(({ accountId, name, areaName: place }) => ({
            value: accountId,
            label: `${name}（${place}）`,
          }))}
        />
      </Form.Item>
      {rows ? null : (
        <Form.Item name="list" label="清单" extra="不选为全部清单。">
          <Select allowClear options={choicesOf(SWEEP_LISTS)} />
        </Form.Item>
      )}
      <Form.Item name="onlyFree" valuePropName="checked">
        <Checkbox>只分还没有承办人的</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
