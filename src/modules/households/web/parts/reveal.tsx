// Masked values of a household and its members, with the way to see them.

import { newRequestId } from '../../../../platform/web/api.ts';
import { MaskedValue } from '../../../../platform/web/masked-value.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { households } from '../api.ts';

type Subject = { countyCode: number; householdId: number; personId?: number };
type RevealProps = Subject & { masked: string | undefined };

function useReveal(subject: Subject, field: 'id-number' | 'phone') {
  const may = useMay('households.unmask');
  if (!may) return undefined;
  return async (reason: string) => {
    const { value } = await households.client.unmask({ requestId: newRequestId(), ...subject, field, reason });
    return value;
  };
}

export function RevealPhone({ masked, ...subject }: RevealProps) {
  return <MaskedValue label="联系电话" masked={masked} reveal={useReveal(subject, 'phone')} />;
}

export function RevealId({ masked, ...subject }: RevealProps) {
  return <MaskedValue label="证件号码" masked={masked} reveal={useReveal(subject, 'id-number')} />;
}
