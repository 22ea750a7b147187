// One answer for several issues.

import { FormDialog } from '../../../../platform/web/form/index.ts';
import { cleaning, type Issue } from '../api.ts';
import { type AnswerFields, AnswerItems } from './answer-items.tsx';

type AnswerDialogProps = { rows: readonly Issue[]; onClose: () => void; onDone: () => Promise<void> };

export function AnswerDialog({ rows, onClose, onDone }: AnswerDialogProps) {
  return (
    <FormDialog<AnswerFields>
      title={`登记结论：所选 ${rows.length} 条`}
      about="所选疑点用同一个结论和说明。情况不同的请分开登记。"
      draft={{ form: 'cleaning-answers', record: `${rows.length}-${rows[0]?.id ?? 0}`, title: '登记疑点结论' }}
      initialValues={{ outcome: 'verified-ok' }}
      deed={{ label: '登记结论' }}
      onSend={async (fields, requestId) => {
        await cleaning.client.answer({
          requestId,
          keys: rows.map(({ countyCode, id }) => ({ countyCode, id })),
          ...fields,
        });
      }}
      done="结论已登记"
      onSent={onDone}
      onClose={onClose}
    >
      <AnswerItems />
    </FormDialog>
  );
}
