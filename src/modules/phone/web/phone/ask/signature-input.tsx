// Signing on the screen: each stroke is kept, there is nothing to save.

import { useRef, useState } from 'react';
import { fileOfData } from '../../../../../platform/web/form/files/data-address.ts';
import { SignCanvas } from '../../../../../platform/web/form/files/sign-canvas.tsx';
import { usePhone } from '../context.ts';
import { Alert } from '../parts.tsx';
import { keepNewFile, whyNotKept } from '../store/new-file.ts';
import type { ControlProps } from './controls.tsx';
import { usePicture } from './photos-input.tsx';

export function SignatureInput({ question, value, onChange }: ControlProps) {
  const { store } = usePhone();
  const [problem, setProblem] = useState<string>();
  const file = typeof value === 'string' ? value : undefined;
  /** Drawn on this screen, stroke by stroke; one from before is only shown. */
  const [isDrawn, setDrawn] = useState(false);
  const last = useRef({ file, kept: Promise.resolve() });

  async function keep(data: string) {
    setProblem(undefined);
    try {
      const file = fileOfData(data, '签名.png');
      const id = await keepNewFile(store, file, { name: file.name, capturedAt: new Date().toISOString() });
      onChange(id);
      if (last.current.file) await store.dropFile(last.current.file);
      last.current.file = id;
    } catch (error) {
      setProblem(whyNotKept(error, '签名没有保存，请重新签名。'));
    }
  }

  async function clear() {
    await last.current.kept;
    onChange(undefined);
    setDrawn(false);
    if (last.current.file) await store.dropFile(last.current.file);
    last.current.file = undefined;
  }

  return (
    <div className="f-signature">
      {file && !isDrawn ? (
        <Signed file={file} />
      ) : (
        <SignCanvas
          label={question.title}
          picture={undefined}
          onLift={(data) => {
            setDrawn(true);
            last.current.kept = last.current.kept.then(() => keep(data));
          }}
        />
      )}
      <Alert>{problem}</Alert>
      <p className="f-line">
        <span className="f-quiet" role="status">
          {file ? '已签名' : '请用手指在框内签名'}
        </span>
        {file ? (
          <button type="button" className="f-link" onClick={() => void clear()}>
            重新签名
          </button>
        ) : null}
      </p>
    </div>
  );
}

function Signed({ file }: { file: string }) {
  const address = usePicture(file);
  return address ? <img src={address} alt="签名" /> : null;
}
