// What the program takes each column of the two tables for, and their first rows.

import { Block } from '../../../../platform/web/inspect/block.tsx';
import { aboutFile, InspectedFile } from '../../../../platform/web/inspect/inspected-file.tsx';
import type { InspectedFile as Inspected } from '../types.ts';

const TABLE_NAMES = { households: '户表', members: '成员表' } as const;

export function RecognisedColumns({ files }: { files: Inspected[] }) {
  return (
    <>
      {files.map((file) => (
        <Block
          key={file.table}
          title={`${TABLE_NAMES[file.table]}：${file.name}`}
          extra={file.problem ? null : <span className="sw-quiet">{aboutFile(file)}</span>}
        >
          <InspectedFile file={file} wanted="登记册" />
        </Block>
      ))}
    </>
  );
}
