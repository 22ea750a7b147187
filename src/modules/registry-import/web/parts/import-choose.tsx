// The two tables of the national system, each dropped in its own place; one of them alone will do.

import { useRef } from 'react';
import { FileDrop } from '../../../../platform/web/file-jobs/file-drop.tsx';
import type { UploadedFile } from '../../../../platform/web/form/files/uploads.ts';
import { Block } from '../../../../platform/web/inspect/block.tsx';
import { HOUSEHOLD_COLUMNS, MEMBER_COLUMNS } from '../../../households/domain/registry-columns.ts';

export type Chosen = { households?: UploadedFile; members?: UploadedFile };
type ChooseFilesProps = { onChange: (chosen: Chosen) => void };

const ACCEPTED = ['.csv', '.xlsx'];

function requiredTitles(columns: Record<string, { title: string; required: boolean }>): string {
  return Object.values(columns)
    .filter(({ required }) => required)
    .map(({ title }) => title)
    .join('、');
}

export function ChooseFiles({ onChange }: ChooseFilesProps) {
  const chosen = useRef<Chosen>({});

  function take(table: keyof Chosen, [file]: UploadedFile[]) {
    const { [table]: _, ...rest } = chosen.current;
    chosen.current = file ? { ...rest, [table]: file } : rest;
    onChange(chosen.current);
  }

  return (
    <>
      <Block title="户表">
        <FileDrop
          accept={ACCEPTED}
          isSingle
          hint={`国家系统导出的户表，CSV 或 XLSX。必须有：${requiredTitles(HOUSEHOLD_COLUMNS)}`}
          onChange={(files) => take('households', files)}
        />
      </Block>
      <Block title="成员表">
        <FileDrop
          accept={ACCEPTED}
          isSingle
          hint={`国家系统导出的成员表，CSV 或 XLSX。必须有：${requiredTitles(MEMBER_COLUMNS)}`}
          onChange={(files) => take('members', files)}
        />
      </Block>
    </>
  );
}
