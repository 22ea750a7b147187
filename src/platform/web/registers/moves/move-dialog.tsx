// One move of one row or of many: how many it fits and why it does not fit the others, what is asked, and who was refused in the end.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { allFields, type RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { RegisterRow } from '../../../../kernel/register/register-contract.ts';
import type { Move } from '../../../../kernel/register/states.ts';
import { DayInput, FormDialog, GuardedModal, todayText } from '../../form/index.ts';
import { formatCount } from '../../numbers.ts';
import { Failed, Loading } from '../../states.tsx';
import { registerKey, useRegisterClient } from '../registers.tsx';
import { filledValues, RowFields, type RowValues } from '../row-fields.tsx';
import { Hindered } from './hindered.tsx';

type MoveDialogProps = {
  register: RegisterDefinition;
  name: string;
  rows: readonly RegisterRow[];
  onClose: () => void;
};

export function MoveDialog(props: MoveDialogProps) {
  const { register, name, rows, onClose } = props;
  const client = useRegisterClient(register);
  const move = register.states?.moves[name];
  const records = rows.map(({ countyCode, id }) => ({ countyCode, id }));
  const check = useQuery({
    // What is looked at is what is decided about: it is not read again under the reader's eyes.
    queryKey: [...registerKey(register.code), 'check', name, records],
    queryFn: ({ signal }) => client.check({ move: name, records }, { signal }),
    ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false },
  });
  if (!move) return null;
  if (check.data) return <MoveForm {...props} move={move} checked={check.data} />;
  return (
    <GuardedModal title={move.title} width={560} onClose={onClose}>
      {check.isError ? <Failed error={check.error} onRetry={() => void check.refetch()} /> : <Loading rows={4} />}
    </GuardedModal>
  );
}

export type Checked = { countyCode: number; id: number; version: string; name: string; hindrances: string[] };
type Typed = RowValues & { move: { doneOn: string; opinion?: string } };

function MoveForm({
  register,
  name,
  rows,
  move,
  checked,
  onClose,
}: MoveDialogProps & { move: Move; checked: Checked[] }) {
  const client = useRegisterClient(register);
  const cache = useQueryClient();
  const { modal } = App.useApp();
  const fitting = checked.filter(({ hindrances }) => hindrances.length === 0);
  const asked = [...(move.asks ?? []), ...(move.offers ?? [])];
  const fields = allFields(register).filter(([field]) => asked.includes(field));
  const [only] = rows.length === 1 ? rows : [];

  async function send({ move: { doneOn, opinion }, ...typed }: Typed, requestId: string) {
    const { moved, refused } = await client.move({
      ...{ requestId, move: name, doneOn },
      records: fitting.map(({ countyCode, id, version }) => ({ countyCode, id, version })),
      values: filledValues(fields, typed),
      ...(opinion?.trim() ? { opinion: opinion.trim() } : {}),
    });
    if (refused.length > 0)
      modal.warning({
        title: `已${move.title} ${formatCount(moved)} ${register.unit}，${formatCount(refused.length)} ${register.unit}没有办理`,
        content: <Hindered register={register} rows={told(checked, refused)} />,
        width: 560,
      });
  }

  return (
    <FormDialog<Typed>
      title={only ? `${move.title}：${checked[0]?.name ?? ''}` : `批量${move.title}`}
      about={
        <Fit register={register} move={move} checked={checked} fitting={fitting.length} isOne={only !== undefined} />
      }
      initialValues={{ ...onlyFilled(fields, only), move: { doneOn: todayText() } } as Typed}
      deed={{
        label: only ? move.title : `${move.title} ${formatCount(fitting.length)} ${register.unit}`,
        disabled: fitting.length === 0,
      }}
      onSend={send}
      done="已办理"
      // A move has effects elsewhere: whatever the page shows may be another now.
      onSent={() => cache.invalidateQueries()}
      onClose={onClose}
    >
      <Form.Item name={['move', 'doneOn']} label="办理日期" rules={[{ required: true, message: '请选择办理日期' }]}>
        <DayInput latest={todayText()} />
      </Form.Item>
      <RowFields register={register} fields={fields} asked={move.asks ?? []} />
      <Form.Item
        name={['move', 'opinion']}
        label={move.explained ? '原因' : '意见'}
        rules={move.explained ? [{ required: true, whitespace: true, message: `请写明${move.title}的原因` }] : []}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

/** What the row has already of what the move asks. */
function onlyFilled(fields: ReturnType<typeof allFields>, row: RegisterRow | undefined): RowValues {
  const filled = fields.map(([name]) => [name, row?.values[name]] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== null && value !== undefined));
}

function told(checked: readonly Checked[], refused: readonly { countyCode: number; id: number; reason: string }[]) {
  return refused.map(({ countyCode, id, reason }) => ({
    name: checked.find((one) => one.countyCode === countyCode && one.id === id)?.name ?? '',
    hindrances: [reason],
  }));
}

type FitProps = { register: RegisterDefinition; move: Move; checked: Checked[]; fitting: number; isOne: boolean };

function Fit({ register, move, checked, fitting, isOne }: FitProps) {
  const hindered = checked.filter(({ hindrances }) => hindrances.length > 0);
  if (isOne && hindered.length === 0) return null;
  return (
    <div className="sw-part">
      {isOne ? null : (
        <p>
          可{move.title} <strong>{formatCount(fitting)}</strong> {register.unit}
          {hindered.length > 0 ? `，另 ${formatCount(hindered.length)} ${register.unit}现在不能办理` : ''}。
        </p>
      )}
      {hindered.length > 0 ? <Hindered register={register} rows={hindered} /> : null}
    </div>
  );
}
