// The dialog of one action, whatever its kind. Those who decide see what they decide about above the form.

import { GuardedModal } from '../../../../platform/web/form/index.ts';
import { ACTIONS } from '../../domain/actions.ts';
import type { DialogKind } from '../api.ts';
import { CaseBrief } from '../parts/case-brief.tsx';
import type { CaseDetail } from '../types.ts';
import { ACTION_FORMS } from './action-fields.ts';
import { ActionForm } from './action-form.tsx';

const DECIDING: readonly DialogKind[] = ['review', 'compare', 'pass-township', 'approve', 'clear', 'return', 'reject'];

type ActionDialogProps = { kind: DialogKind; detail: CaseDetail; onClose: () => void };

export function ActionDialog({ kind, detail, onClose }: ActionDialogProps) {
  const { about } = ACTION_FORMS[kind];
  const isDeciding = DECIDING.includes(kind);
  return (
    <GuardedModal
      title={`${ACTIONS[kind].title}：${detail.headName}户`}
      width={kind === 'verify' || isDeciding ? 820 : 640}
      onClose={onClose}
    >
      {about ? <p className="sw-quiet">{about}</p> : null}
      {isDeciding ? <CaseBrief detail={detail} /> : null}
      <ActionForm kind={kind} detail={detail} onDone={onClose} />
    </GuardedModal>
  );
}
