// Which figures the board shows, in which order.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { GROUP_TITLES } from '../../../figures/domain/definitions/index.ts';
import { MOST_CHOSEN } from '../../domain/default-figures.ts';
import { type Board, boardApi } from '../api.ts';

function choicesOf({ choices }: Board) {
  return Object.entries(GROUP_TITLES).map(([group, label]) => ({
    label,
    options: choices
      .filter((choice) => choice.group === group)
      .map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` })),
  }));
}

export function ChooseFigures({ board, onClose }: { board: Board; onClose: () => void }) {
  const cache = useQueryClient();
  const showFailure = useShowFailure();
  const refresh = () => cache.invalidateQueries({ queryKey: boardApi.query.show.key() });
  const reset = useMutation({
    mutationFn: () => boardApi.client.choose({ requestId: newRequestId() }),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
    onError: showFailure,
  });
  return (
    <FormDialog<{ figures: string[] }>
      title="选看板指标"
      initialValues={{ figures: board.cards.map(({ id }) => id) }}
      deed={{ label: '保存' }}
      onSend={async ({ figures }, requestId) => {
        await boardApi.client.choose({ requestId, figures });
        await refresh();
      }}
      done="看板指标已保存"
      onClose={onClose}
    >
      <Form.Item
        name="figures"
        label={`指标（最多 ${MOST_CHOSEN} 个，按所选次序排列）`}
        rules={[{ required: true, type: 'array', min: 1, message: '至少选一个指标' }]}
      >
        <Select
          mode="multiple"
          maxCount={MOST_CHOSEN}
          optionFilterProp="label"
          options={choicesOf(board)}
          placeholder="按名称查找"
        />
      </Form.Item>
      {board.isChosen ? (
        <Button type="link" loading={reset.isPending} onClick={() => reset.mutate()}>
          恢复默认
        </Button>
      ) : null}
    </FormDialog>
  );
}
