// A sensitive value: masked until somebody gives a reason, which is recorded with the look.

import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { FormDialog } from './form/index.ts';
import { UNKNOWN } from './numbers.ts';

export type MaskedValueProps = {
  /** What it is called: 证件号码, 联系电话. */
  label: string;
  /** The masked text from the server; `••••` where it gives none; undefined where there is no value at all. */
  masked: string | undefined;
  /** Reads the clear value; the server checks the right and records the reason. Left out: may not look. */
  reveal?: ((reason: string) => Promise<string>) | undefined;
};

/** How long a clear value stays on the screen. */
const SHOWN_MS = 60_000;

export function MaskedValue({ label, masked, reveal }: MaskedValueProps) {
  const [clear, setClear] = useState<string>();
  const [asking, setAsking] = useState(false);
  if (masked === undefined) return <>{UNKNOWN}</>;

  function show(value: string) {
    setClear(value);
    setAsking(false);
    window.setTimeout(() => setClear(undefined), SHOWN_MS);
  }

  return (
    <span className="sw-masked">
      <span>{clear ?? (masked || '••••')}</span>
      {reveal && !clear ? (
        <Button type="link" size="small" onClick={() => setAsking(true)} aria-label={`查看${label}`}>
          查看
        </Button>
      ) : null}
      {reveal && asking ? (
        <ReasonDialog label={label} reveal={reveal} onShown={show} onClose={() => setAsking(false)} />
      ) : null}
    </span>
  );
}

type ReasonDialogProps = {
  label: string;
  reveal: (reason: string) => Promise<string>;
  onShown: (value: string) => void;
  onClose: () => void;
};

function ReasonDialog({ label, reveal, onShown, onClose }: ReasonDialogProps) {
  return (
    <FormDialog<{ reason: string }>
      title={`查看${label}`}
      width={440}
      about="查看敏感信息会记入操作日志。请写明查看原因。"
      deed={{ label: '查看' }}
      onSend={async ({ reason }) => onShown(await reveal(reason.trim()))}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label="查看原因"
        rules={[{ required: true, whitespace: true, min: 5, message: '请写明查看原因，至少 5 个字' }]}
      >
        <Input.TextArea rows={2} maxLength={200} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
