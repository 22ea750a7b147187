// The dialog of one kind of change. What was typed stays when the server refuses, and a repeat changes nothing.

import { App, Button, DatePicker, Form, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { FormFoot } from '../../../../platform/web/form-foot.tsx';
import { EVENT_NAMES, type EventKind } from '../../domain/events.ts';
import { households } from '../api.ts';
import type { HouseholdDetail } from '../types.ts';
import { EVENT_HINTS, type EventFields, eventOf } from './event-fields.ts';
import { KindFields } from './event-kind-fields.tsx';

type EventDialogProps = {
  kind: EventKind;
  detail: HouseholdDetail;
  onClose: () => void;
  onDone: () => Promise<void>;
};

export function EventDialog({ kind, detail, onClose, onDone }: EventDialogProps) {
  const { message } = App.useApp();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  // One id for the dialog: a click too many, or a repeat after a lost answer, is the same request.
  const [requestId, setRequestId] = useState(newRequestId);
  const { countyCode, id: householdId } = detail.household;

  async function save(fields: EventFields) {
    setBusy(true);
    setProblem('');
    try {
      await households.client.recordEvent({
        ...{ requestId, countyCode, householdId },
        onDate: fields.onDate.format('YYYY-MM-DD'),
        note: fields.note ?? '',
        event: eventOf(kind, fields),
      });
      await onDone();
      void message.success(`已登记${EVENT_NAMES[kind]}`);
      onClose();
    } catch (error) {
      const failure = failureOf(error);
      setProblem(failure.message);
      // Refused, so nothing was done: what is sent next is another request.
      if (failure.status >= 400 && failure.status < 500) setRequestId(newRequestId());
      setBusy(false);
    }
  }

  return (
    <Modal
      title={`登记变动:${EVENT_NAMES[kind]}`}
      open
      footer={null}
      onCancel={onClose}
      width={560}
      mask={{ closable: false }}
    >
      <p className="sw-quiet">{EVENT_HINTS[kind]}</p>
      <Form<EventFields> layout="vertical" onFinish={save}>
        <Form.Item name="onDate" label="变动日期" rules={[{ required: true, message: '请选择变动日期' }]}>
          <DatePicker disabledDate={(date) => date.isAfter(dayjs(), 'day')} />
        </Form.Item>
        <KindFields kind={kind} detail={detail} />
        <Form.Item name="note" label="备注">
          <Input maxLength={200} />
        </Form.Item>
        <FormFoot problem={problem}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            登记
          </Button>
        </FormFoot>
      </Form>
    </Modal>
  );
}
