// Signing in a form of the office. What was drawn is kept with the form and its draft, and sent with it: there is nothing to save.

import { Button } from 'antd';
import { newRequestId } from '../../request-id.ts';
import type { KeptFile } from './kept-file.ts';
import { SignCanvas } from './sign-canvas.tsx';

type SignaturePadProps = {
  /** Names the pad for those who cannot see it. */
  label: string;
  value: KeptFile | undefined;
  /** Undefined once it is cleared. */
  onChange: (signature: KeptFile | undefined) => void;
};

function signatureOf(data: string): KeptFile {
  return { id: newRequestId(), name: '签名.png', byteSize: Math.ceil((data.length * 3) / 4), data };
}

export function SignaturePad({ label, value, onChange }: SignaturePadProps) {
  return (
    <div className="sw-signature">
      <SignCanvas label={label} picture={value?.data} onLift={(data) => onChange(signatureOf(data))} />
      <div className="sw-job-line">
        <span className="sw-quiet" aria-live="polite">
          {value ? '已签名，随表提交' : '请农户在框内签名'}
        </span>
        <span className="sw-grow" />
        <Button size="small" disabled={!value} onClick={() => onChange(undefined)}>
          重新签名
        </Button>
      </div>
    </div>
  );
}
