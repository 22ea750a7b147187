// Every version of a row: when and by whom, from which line of which file, and what was other than before.

import type * as z from 'zod';
import { allFields, type RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { registerVersion } from '../../../kernel/register/register-contract.ts';
import { ActionTimeline } from '../action-timeline.tsx';
import { formatCount } from '../numbers.ts';
import { shown, titleOf } from './kinds.tsx';

type Version = z.output<typeof registerVersion>;

function originOf({ file, line }: Version): string {
  if (!file) return '页面填写';
  return `来自文件“${file}”${line === undefined ? '' : `第 ${formatCount(line)} 行`}`;
}

function whatOf(version: Version, before: Version | undefined): string {
  if (!before) return '登记';
  if (version.values.voided !== before.values.voided) return version.values.voided ? '作废' : '恢复';
  return '修改';
}

function Changes({ register, version, before }: { register: RegisterDefinition; version: Version; before: Version }) {
  const changed = allFields(register).filter(
    ([name]) => name !== 'voided' && JSON.stringify(version.values[name]) !== JSON.stringify(before.values[name]),
  );
  return (
    <ul className="sw-register-changes">
      {changed.map(([name, field]) => (
        <li key={name}>
          {titleOf(field)}:{shown(before.values[name], field)} → {shown(version.values[name], field)}
        </li>
      ))}
    </ul>
  );
}

export function RowHistory({ register, versions }: { register: RegisterDefinition; versions: readonly Version[] }) {
  const entries = versions.map((version, i) => {
    const before = versions[i + 1];
    return {
      key: `${version.recordedAt} ${i}`,
      at: version.recordedAt,
      who: version.recordedBy,
      what: `${whatOf(version, before)}，${originOf(version)}`,
      detail: before ? <Changes register={register} version={version} before={before} /> : null,
    };
  });
  return <ActionTimeline entries={entries} />;
}
