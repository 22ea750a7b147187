// One parameter for one area: tried out on the newest screening, then saved for a day.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import dayjs from 'dayjs';
import { failureOf } from '../../../../platform/web/api.ts';
import {
  BasisItem,
  DraftForm,
  EffectiveFromItem,
  GuardedDrawer,
  NumberItem,
} from '../../../../platform/web/form/index.ts';
import { Block } from '../../../../platform/web/inspect/block.tsx';
import { Loading } from '../../../../platform/web/states.tsx';
import { findParameter } from '../../../parameters/domain/parameters.ts';
import { parameters } from '../../../parameters/web/api.ts';
import { warnings } from '../api.ts';
import { EffectTable } from './effect-table.tsx';
import { parameterUnit, parameterValue } from './words.tsx';

export type ParameterPlace = { code: number; name: string; key: string; value: number | undefined };

type Fields = { value: number; effectiveFrom: string; note?: string };

export function ParameterDrawer({ place, onClose }: { place: ParameterPlace; onClose: () => void }) {
  const cache = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const trial = useMutation({
    mutationFn: (value: number) =>
      warnings.client.whatIf({ regionCode: place.code, changes: [{ key: place.key, value }] }),
  });

  async function tryOut() {
    const { value } = await form.validateFields(['value']);
    trial.mutate(value);
  }

  return (
    <GuardedDrawer size={640} title={`${place.name}：${findParameter(place.key)?.label ?? ''}`} onClose={onClose}>
      <DraftForm<Fields>
        form={form}
        initialValues={{ value: place.value, effectiveFrom: dayjs().format('YYYY-MM-DD') }}
        onValuesChange={(changed: Partial<Fields>) => {
          if ('value' in changed) trial.reset();
        }}
        deed={{ label: '保存' }}
        extra={
          <Button loading={trial.isPending} onClick={() => void tryOut().catch(() => undefined)}>
            试算
          </Button>
        }
        onSend={({ note = '', ...fields }, requestId) =>
          parameters.client.saveParameter({ requestId, regionCode: place.code, key: place.key, note, ...fields })
        }
        done="已保存，筛查日在生效日期及以后的筛查按新值执行"
        onSent={() => cache.invalidateQueries({ queryKey: parameters.query.parameters.key() })}
      >
        <NumberItem
          name="value"
          label="新值"
          required
          unit={parameterUnit(place.key)}
          isWhole={false}
          extra={`现执行 ${parameterValue(place.key, place.value)}`}
        />
        <EffectiveFromItem />
        <BasisItem />
      </DraftForm>
      <Block title="试算结果">
        {trial.isPending ? <Loading rows={4} /> : null}
        {trial.isError ? <Alert type="error" showIcon title={failureOf(trial.error).message} role="alert" /> : null}
        {trial.isSuccess ? <EffectTable asOf={trial.data.asOf} counties={trial.data.counties} /> : null}
        {trial.isIdle ? (
          <p className="sw-quiet">保存前可先试算：按最近一次筛查的数据，各旗县增加和减少多少户预警。</p>
        ) : null}
      </Block>
    </GuardedDrawer>
  );
}
