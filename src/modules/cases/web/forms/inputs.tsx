// The authorisation of a household: signed on the screen, or photos of the paper, or both.

import { Tabs } from 'antd';
import { type Given, type KeptFile, PhotosInput, SignaturePad } from '../../../../platform/web/form/index.ts';

type SignatureInputProps = Given<KeptFile[]> & { most: number };

export function SignatureInput({ id, value = [], onChange, most }: SignatureInputProps) {
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
          label: papers.length > 0 ? `纸质授权书照片 ${papers.length}` : '纸质授权书照片',
          forceRender: true,
          children: (
            <PhotosInput
              label="纸质授权书照片"
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
