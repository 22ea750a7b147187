// On top of a page: what was left unsent on it.

import { useRouter } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { formatInstant } from '../../numbers.ts';
import { isFormOpen } from '../open-forms.ts';
import { draftName } from './draft-name.ts';
import type { Draft } from './draft-store.ts';
import { useDraftList } from './drafts.tsx';
import { wantForm } from './resume.ts';

/** Opens the page of a draft, and there its form. */
export function useContinueDraft(): (draft: Draft) => void {
  const router = useRouter();
  return (draft) => {
    wantForm(draft);
    const here = window.location.pathname + window.location.search;
    if (draft.address !== here) router.history.push(draft.address);
  };
}

/** On top of a page: what was left unsent on it, by a reload or a closed browser. */
export function DraftsOfPage({ pathname }: { pathname: string }) {
  const here = (useDraftList() ?? []).filter(
    (draft) => draft.address.split('?')[0] === pathname && !isFormOpen(draftName(draft)),
  );
  const goOn = useContinueDraft();
  return here.map((draft) => (
    <Alert
      key={draftName(draft)}
      className="sw-alert sw-draft-here"
      type="info"
      showIcon
      title={`${draft.title}：有 ${formatInstant(new Date(draft.keptAt))} 没有提交的内容`}
      action={
        <Button size="small" onClick={() => goOn(draft)}>
          继续填写
        </Button>
      }
    />
  ));
}
