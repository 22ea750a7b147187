// The button in a row that does what leads the case on, without a detour over its page.

import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { failureOf } from '../../../../platform/web/api.ts';
import { RowButton } from '../../../../platform/web/list/row-button.tsx';
import { useViewer } from '../../../../platform/web/viewer.tsx';
import { stepOf } from '../../../process/domain/steps.ts';
import { ACTIONS } from '../../domain/actions.ts';
import { cases, type DialogKind } from '../api.ts';
import type { CaseDetail, CaseItem } from '../types.ts';
import { nextKind, possibleDialogs } from './case-reading.ts';

/** Loaded when it is opened: the desk does not wait for forms. */
const ActionDialog = lazy(() => import('../forms/action-dialog.tsx').then((part) => ({ default: part.ActionDialog })));

/** Steps in which the list does not know what is the next of several. */
const MANIFOLD: Record<string, string> = { comparison: '信息比对', notice: '办理公示' };

function labelOf(item: CaseItem, kind: DialogKind): string {
  return (!item.paused && MANIFOLD[stepOf(item.state)?.step ?? '']) || ACTIONS[kind].title;
}

/** The kind whose button a row shows to this account. */
export function useNextKind(): (item: CaseItem) => DialogKind | undefined {
  const { operations } = useViewer();
  return (item) => {
    const kind = nextKind(item);
    return kind && operations.has(`cases.${kind}`) ? kind : undefined;
  };
}

export function NextAction({ item, onOpen }: { item: CaseItem; onOpen: (item: CaseItem) => void }) {
  const kind = useNextKind()(item);
  if (!kind) return null;
  return (
    <RowButton type="primary" ghost onClick={() => onOpen(item)}>
      {labelOf(item, kind)}
    </RowButton>
  );
}

function whyNothing({ refusals }: CaseDetail): string {
  return Object.values(refusals)[0] ?? '个案当前没有您可以办理的事项。请打开个案查看。';
}

/** Reads the case and opens the dialog of what comes next; says why where nothing can be done. */
export function NextActionDialog({ item, onClose }: { item: CaseItem; onClose: () => void }) {
  const { message } = App.useApp();
  const { countyCode, id } = item;
  const query = useQuery({ ...cases.query.case.queryOptions({ input: { countyCode, id } }), staleTime: 0 });
  const [kind, setKind] = useState<DialogKind>();
  const { data, error, isFetching } = query;

  useEffect(() => {
    if (kind || isFetching) return;
    if (error) void message.error(failureOf(error).message);
    const next = data ? possibleDialogs(data).main : undefined;
    if (next) setKind(next);
    else {
      if (data) void message.info(whyNothing(data));
      onClose();
    }
  }, [kind, isFetching, data, error, message, onClose]);

  if (!kind || !data) return null;
  return (
    <Suspense>
      <ActionDialog kind={kind} detail={data} onClose={onClose} />
    </Suspense>
  );
}
