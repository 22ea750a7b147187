// Rows that stay where they are, gathered by what hinders them.

import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import { formatCount } from '../../numbers.ts';

type HinderedProps = { register: RegisterDefinition; rows: readonly { name: string; hindrances: readonly string[] }[] };

/** As many as tell which ones are meant; the list holds them all. */
const NAMED = 5;

export function Hindered({ register, rows }: HinderedProps) {
  const byReason = new Map<string, string[]>();
  for (const { name, hindrances } of rows) {
    const reason = hindrances.join('；');
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  }
  return (
    <ul className="sw-register-hindered">
      {[...byReason].map(([reason, names]) => (
        <li key={reason}>
          {reason}（{formatCount(names.length)} {register.unit}）
          <div className="sw-quiet">
            {names.slice(0, NAMED).join('、')}
            {names.length > NAMED ? ' 等' : ''}
          </div>
        </li>
      ))}
    </ul>
  );
}
