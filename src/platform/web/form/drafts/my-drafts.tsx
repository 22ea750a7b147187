// 我的草稿: what this account has typed on this device and not sent, to go on with or to give up.

import { Button, Modal } from 'antd';
import { formatInstant } from '../../numbers.ts';
import { Empty, Loading } from '../../states.tsx';
import { DRAFT_DAYS, draftName } from './draft-name.ts';
import type { Draft } from './draft-store.ts';
import { useDraftList, useDrafts } from './drafts.tsx';
import { useContinueDraft } from './drafts-of-page.tsx';

function useDropDraft(): (draft: Draft) => void {
  const drafts = useDrafts();
  return (draft) => void drafts().then((store) => store?.drop(draft));
}

export function MyDrafts({ onClose }: { onClose: () => void }) {
  const list = useDraftList();
  const goOn = useContinueDraft();
  const drop = useDropDraft();
  return (
    <Modal open title="我的草稿" footer={null} width={560} onCancel={onClose}>
      <p className="sw-quiet">只在这台设备上，只有本账号能看到；提交后自动清除，最多保留 {DRAFT_DAYS} 天。</p>
      {list === undefined ? <Loading rows={3} /> : null}
      {list?.length === 0 ? <Empty what="没有未提交的草稿" /> : null}
      <ul className="sw-drafts">
        {list?.map((draft) => (
          <li key={draftName(draft)}>
            <span>
              {draft.title}
              <span className="sw-quiet"> {formatInstant(new Date(draft.keptAt))}</span>
            </span>
            <span className="sw-grow" />
            <Button
              size="small"
              type="primary"
              onClick={() => {
                onClose();
                goOn(draft);
              }}
            >
              继续填写
            </Button>
            <Button size="small" onClick={() => drop(draft)}>
              放弃
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
