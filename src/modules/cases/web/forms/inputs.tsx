// Inputs whose value is what the record keeps: days as ISO text, money in fen, files as ids.

import { DatePicker, InputNumber, Tabs } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { FileDrop } from '../../../../platform/web/file-drop.tsx';
import { SignaturePad } from './signature-pad.tsx';

/** What Form.Item gives to the input inside it. */
type Given<Value> = { id?: string; value?: Value; onChange?: (value: Value | undefined) => void };

export function DayInput({ id, value, onChange, latest }: Given<string> & { latest?: string }) {
  return (
    <DatePicker
      {...(id ? { id } : {})}
      className="sw-wide"
      value={value ? dayjs(value) : null}
      disabledDate={(date) => latest !== undefined && date.isAfter(dayjs(latest), 'day')}
      onChange={(date) => onChange?.(date ? date.format('YYYY-MM-DD') : undefined)}
    />
  );
}

/** Typed in yuan, kept in whole fen. */
export function MoneyInput({ id, value, onChange }: Given<number>) {
  return (
    <InputNumber<number>
      {...(id ? { id } : {})}
      className="sw-wide"
      min={0}
      max={100_000_000}
      precision={2}
      suffix="元"
      value={value === undefined ? null : value / 100}
      onChange={(yuan) => onChange?.(yuan === null ? undefined : Math.round(yuan * 100))}
    />
  );
}

const PICTURES = ['.jpg', '.jpeg', '.png', '.webp'];

type FilesProps = Given<string[]> & { most: number };

export function PhotosInput({ onChange, most }: FilesProps) {
  return (
    <FileDrop
      accept={PICTURES}
      hint={`最多 ${most} 张,每张不超过 20 MB`}
      onChange={(files) => onChange?.(files.map(({ fileId }) => fileId))}
    />
  );
}

/** Signed on the screen, or photos of the paper, or both. */
export function SignatureInput({ onChange, most }: FilesProps) {
  const [signature, setSignature] = useState<string>();
  const [papers, setPapers] = useState<string[]>([]);

  function give(signed: string | undefined, photos: string[]) {
    setSignature(signed);
    setPapers(photos);
    onChange?.([...(signed ? [signed] : []), ...photos]);
  }

  return (
    <Tabs
      size="small"
      items={[
        {
          key: 'screen',
          label: '屏幕签名',
          forceRender: true,
          children: <SignaturePad label="签名框" onChange={(fileId) => give(fileId, papers)} />,
        },
        {
          key: 'paper',
          label: '纸质授权书照片',
          forceRender: true,
          children: <PhotosInput most={most - 1} onChange={(ids = []) => give(signature, ids)} />,
        },
      ]}
    />
  );
}
