// Adding a row, changing one, voiding it or bringing it back.

import { Form, Input } from 'antd';
import { type RegisterDefinition, roleField } from '../../../kernel/register/define-register.ts';
import type { RegisterRow } from '../../../kernel/register/register-contract.ts';
import { FormDialog } from '../form/index.ts';
import { useViewer } from '../viewer.tsx';
import { useRegisterClient } from './registers.tsx';
import { changedValues, filledValues, RowFields, type RowValues, typedFields } from './row-fields.tsx';

type RowKey = { countyCode: number; id: number };

/** What is sealed is not kept on the device; then leaving asks. */
function draftOf(register: RegisterDefinition, title: string, record: string) {
  const isSecret = Object.values(register.fields).some(({ secret }) => secret === 'sealed');
  return isSecret ? {} : { draft: { form: formName(register), record, title } };
}

export const formName = ({ code }: RegisterDefinition) => `register.${code}`;
export const recordName = ({ countyCode, id }: RowKey) => `${countyCode}-${id}`;

type AddProps = {
  register: RegisterDefinition;
  /** What the new row begins with: the key of the row it will be of. */
  given?: RowValues;
  onAdded: (key: RowKey) => unknown;
  onClose: () => void;
};

/** The own region, where rows of the register lie at its level. */
function useOwnPlace(register: RegisterDefinition): RowValues {
  const { region } = useViewer();
  const place = roleField(register, 'place');
  const field = place === undefined ? undefined : register.fields[place];
  return place !== undefined && field?.level === region.level ? { [place]: region.code } : {};
}

export function AddDialog({ register, given, onAdded, onClose }: AddProps) {
  const client = useRegisterClient(register);
  const fields = typedFields(register, true);
  const initialValues = { ...useOwnPlace(register), ...given };
  return (
    <FormDialog<RowValues>
      title={`登记${register.title}`}
      width={760}
      {...draftOf(register, `登记${register.title}`, given ? `new ${Object.values(given).join(' ')}` : 'new')}
      initialValues={initialValues}
      deed={{ label: '保存' }}
      onSend={async (typed, requestId) => {
        const { countyCode, id } = await client.add({ requestId, values: filledValues(fields, typed) });
        await onAdded({ countyCode, id });
      }}
      done="已登记"
      onClose={onClose}
    >
      <RowFields register={register} fields={fields} />
    </FormDialog>
  );
}

type RowDialogProps = {
  register: RegisterDefinition;
  row: RegisterRow;
  onDone: () => unknown;
  onClose: () => void;
};

const keyOf = ({ countyCode, id, version }: RegisterRow) => ({ countyCode, id, version });

/** Empty fields of a row are null; controls know only undefined. */
function asTyped(values: RowValues): RowValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

export function ChangeDialog({ register, row, onDone, onClose }: RowDialogProps) {
  const client = useRegisterClient(register);
  const fields = typedFields(register, false);
  const title = `修改${register.title}：${register.key.map((name) => String(row.values[name] ?? '')).join(' ')}`;
  return (
    <FormDialog<RowValues>
      title={title}
      width={760}
      about={`${register.key.map((name) => register.fields[name]?.title).join('、')}不能修改。登记错了，请作废后重新登记。`}
      {...draftOf(register, title, recordName(row))}
      initialValues={asTyped(row.values)}
      deed={{ label: '保存' }}
      onSend={(typed, requestId) => {
        const values = changedValues(fields, typed, row.values);
        // What has not been touched stays as it is, and no version is made of it.
        return Object.keys(values).length === 0
          ? Promise.resolve()
          : client.change({ ...keyOf(row), requestId, values });
      }}
      done="已保存"
      onSent={onDone}
      onClose={onClose}
    >
      <RowFields register={register} fields={fields} fixed={row.values} />
    </FormDialog>
  );
}

export function VoidDialog({ register, row, onDone, onClose }: RowDialogProps) {
  const client = useRegisterClient(register);
  const deed = row.voided ? '恢复' : '作废';
  return (
    <FormDialog<{ reason: string }>
      title={`${deed}这条${register.title}`}
      width={480}
      about={row.voided ? '恢复后重新计入统计。' : '作废后不再计入统计，原内容和历史保留，可以恢复。'}
      deed={{ label: deed, danger: !row.voided }}
      onSend={({ reason }, requestId) =>
        client.void({ ...keyOf(row), requestId, voided: !row.voided, reason: reason.trim() })
      }
      done={`已${deed}`}
      onSent={onDone}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label="原因"
        rules={[{ required: true, whitespace: true, min: 2, message: `请写明${deed}的原因，至少 2 个字` }]}
      >
        <Input.TextArea rows={2} maxLength={200} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
