// A cleaning rule of an area: whether it is asked there, and the button that switches it from a day on, by a document.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { BasisItem, EffectiveFromItem, FormDialog, todayText } from '../../../../platform/web/form/index.ts';
import { RowButton } from '../../../../platform/web/list/row-button.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { cleaning, type RuleLine } from '../api.ts';

export function RuleState({ rule: { checked, on, lacks } }: { rule: RuleLine }) {
  if (!checked) return <StateTag tone="plain">不能查</StateTag>;
  if (!on) return <StateTag tone="orange">已停用</StateTag>;
  return <StateTag tone="green">{lacks ? '部分查' : '在查'}</StateTag>;
}

type Fields = { effectiveFrom: string; basis: string };
type DialogProps = { rule: RuleLine; area: number; basis?: string | undefined; onClose: () => void };

export function SwitchDialog({ rule: { code, title, on }, area, basis, onClose }: DialogProps) {
  const cache = useQueryClient();
  const [today] = useState(todayText);
  return (
    <FormDialog<Fields>
      title={`${on ? '停用' : '启用'}规则 ${code}：${title}`}
      about={on ? '停用以后不再查，已有的疑点保持原样，可以继续处理。' : '启用以后下一次清洗起检查。'}
      draft={{ form: 'cleaning-switch', record: `${area}-${code}`, title: '开关清洗规则' }}
      initialValues={{ effectiveFrom: today, ...(basis ? { basis } : {}) }}
      deed={{ label: on ? '停用' : '启用' }}
      onSend={(fields, requestId) =>
        cleaning.client.saveSetting({ requestId, regionCode: area, key: `rule.${code}`, value: on ? 0 : 1, ...fields })
      }
      done={on ? '已停用' : '已启用'}
      onSent={() => cache.invalidateQueries({ queryKey: cleaning.query.key() })}
      onClose={onClose}
    >
      <EffectiveFromItem earliest={today} />
      <BasisItem name="basis" required />
    </FormDialog>
  );
}

/** `basis`: the document by which it is switched on. */
export function RuleSwitch({ code, area, basis }: { code: string; area: number; basis: string }) {
  const { data } = useQuery(cleaning.query.rules.queryOptions({ input: { area } }));
  const maySet = useMay('cleaning.save-setting');
  const [isOpen, setOpen] = useState(false);
  const rule = data?.rules.find((each) => each.code === code);
  if (!rule) return <>{code}</>;
  return (
    <>
      {code} {rule.title} <RuleState rule={rule} />
      {maySet && rule.checked && !rule.on ? <RowButton onClick={() => setOpen(true)}>启用</RowButton> : null}
      {isOpen ? <SwitchDialog rule={rule} area={area} basis={basis} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
