// The files that were handed in, each on its way.

import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { Suspense } from 'react';
import { Block } from '../../../../platform/web/inspect/block.tsx';
import { Loading } from '../../../../platform/web/states.tsx';
import { BatchLoading, batchPath } from '../../../feeds/web/index.tsx';
import type { Draft } from './draft-table.tsx';

type Handed = Draft & { batch: number };

export function LoadingStep({ drafts }: { drafts: Handed[] }) {
  return (
    <>
      {drafts.map(({ fileId, name, batch, alreadyLoaded }) => (
        <Block key={fileId} title={name} extra={<Link to={batchPath({ id: batch })}>批次 {batch}</Link>}>
          {alreadyLoaded ? (
            <Alert className="sw-alert" type="info" showIcon title="相同内容的文件已提交过，没有再次装载。" />
          ) : null}
          <Suspense fallback={<Loading rows={2} />}>
            <BatchLoading id={batch} />
          </Suspense>
        </Block>
      ))}
    </>
  );
}
