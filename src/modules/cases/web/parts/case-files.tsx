// Photos, signatures and papers of a case, under the action they belong to.

import { Image } from 'antd';
import { Empty } from '../../../../platform/web/states.tsx';
import { ACTIONS } from '../../domain/actions.ts';
import type { CaseDetail, RecordedAction } from '../types.ts';

type FilesOf = { action: RecordedAction; files: CaseDetail['files'] };

function grouped({ timeline, files }: CaseDetail): FilesOf[] {
  return timeline
    .map((action) => ({ action, files: files.filter(({ seq }) => seq === action.seq) }))
    .filter((group) => group.files.length > 0);
}

export function CaseFiles({ detail }: { detail: CaseDetail }) {
  const { countyCode, id } = detail;
  if (detail.files.length === 0) return <Empty what="还没有附件" hint="办理时上传的照片、签名会列在这里。" />;
  return (
    <Image.PreviewGroup>
      {grouped(detail).map(({ action, files }) => (
        <section key={action.seq} className="sw-part">
          <h2>
            {ACTIONS[action.kind].title} <span className="sw-quiet">{action.on}</span>
          </h2>
          <div className="sw-photos">
            {files.map((file) => (
              <Image
                key={file.id}
                alt={file.name}
                height={120}
                src={`/api/cases/${countyCode}/${id}/files/${file.id}`}
              />
            ))}
          </div>
        </section>
      ))}
    </Image.PreviewGroup>
  );
}
