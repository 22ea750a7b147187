// A notice from rows of a register: which one, at which level, and what is said beside the list.

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { RegisterRow } from '../../../../kernel/register/register-contract.ts';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { registerKey } from '../../../../platform/web/registers/registers.tsx';
import { NOTICE_LEVELS, type NoticeLevel } from '../../domain/words.ts';
import { notices } from '../api.ts';

type DraftDialogProps = { register: RegisterDefinition; rows: readonly RegisterRow[]; onClose: () => void };
type RowKey = { countyCode: number; id: number };
type Typed = { kind: string; level: NoticeLevel; basis?: string };

/** The kinds that fit the state of one of the rows; all where none does, so that the refusal says why. */
function fittingKinds({ notices: all = [] }: RegisterDefinition, rows: readonly RegisterRow[]) {
  const fitting = all.filter(({ states }) => !states || rows.some(({ state }) => states.includes(state ?? '')));
  return fitting.length > 0 ? fitting : all;
}

export function DraftDialog({ register, rows, onClose }: DraftDialogProps) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const kinds = fittingKinds(register, rows);
  const [kind, setKind] = useState(kinds[0]?.kind);
  const levels = (kinds.find((one) => one.kind === kind)?.levels ?? []) as readonly NoticeLevel[];
  const [form] = Form.useForm<Typed>();

  function send({ kind: chosen, level, basis }: Typed, requestId: string) {
    const records = rows.map(({ countyCode, id }) => ({ countyCode, id }));
    return notices.client.draft({
      ...{ requestId, register: register.code, kind: chosen, level, records },
      ...(basis?.trim() ? { basis: basis.trim() } : {}),
    });
  }

  // Left only once it is sent: a form with something unsent in it asks before it goes.
  async function show({ countyCode, id }: RowKey) {
    await cache.invalidateQueries({ queryKey: registerKey('notices') });
    void navigate({
      ...{ to: '/registers/$code', params: { code: 'notices' } },
      search: { record: `${countyCode}-${id}` },
    });
  }

  return (
    <FormDialog<Typed, RowKey>
      title="生成公告公示"
      about={`把选中的 ${formatCount(rows.length)} ${register.unit}${register.title}放在一份公示里。只印允许公开的列；生成后先核对，再张贴。`}
      form={form}
      initialValues={{ kind, level: levels[0] } as Typed}
      deed={{ label: '生成' }}
      onSend={send}
      onSent={show}
      done="已生成，核对后点“张贴”"
      onClose={onClose}
    >
      <Form.Item name="kind" label="公示事项" rules={[{ required: true, message: '请选择公示事项' }]}>
        <Select
          options={kinds.map((one) => ({ value: one.kind, label: one.title }))}
          onChange={(next: string) => {
            setKind(next);
            form.setFieldValue('level', kinds.find((one) => one.kind === next)?.levels[0]);
          }}
        />
      </Form.Item>
      <Form.Item name="level" label="公示级别" rules={[{ required: true, message: '请选择公示级别' }]}>
        <Select options={levels.map((level) => ({ value: level, label: NOTICE_LEVELS[level] }))} />
      </Form.Item>
      <Form.Item name="basis" label="依据和说明">
        <Input.TextArea rows={3} maxLength={2000} placeholder="文号、分配原则、补助标准等，印在公示正文中" />
      </Form.Item>
    </FormDialog>
  );
}
