// What somebody signs: on the screen, or photos of the signed paper, or both.

import { Tabs } from 'antd';
import type { Given } from '../number-input.tsx';
import type { KeptFile } from './kept-file.ts';
import { PhotosInput } from './photos-input.tsx';
import { SignaturePad } from './signature-input.tsx';

/** `paper`: what its photos are called. */
type SignedOrPaperProps = Given<KeptFile[]> & { most: number; paper: string };

export function SignedOrPaper({ id, value = [], onChange, most, paper }: SignedOrPaperProps) {
  const signature = value.find(({ data }) => data !== undefined);
  const papers = value.filter(({ data }) => data === undefined);
  const give = (signed: KeptFile | undefined, photos: KeptFile[]) =>
    onChange?.([...(signed ? [signed] : []), ...photos]);
  return (
    <Tabs
      {...(id ? { id } : {})}
      size="small"
      items={[
        {
          key: 'screen',
          label: '屏幕签名',
          forceRender: true,
          children: <SignaturePad label="签名框" value={signature} onChange={(signed) => give(signed, papers)} />,
        },
        {
          key: 'paper',
          label: papers.length > 0 ? `${paper} ${papers.length}` : paper,
          forceRender: true,
          children: (
            <PhotosInput
              label={paper}
              most={most - 1}
              value={papers}
              onChange={(photos = []) => give(signature, photos)}
            />
          ),
        },
      ]}
    />
  );
}
