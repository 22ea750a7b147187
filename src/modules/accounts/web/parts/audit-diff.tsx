// What a change changed, field by field, in words of the screen where they are known.

import type { RecordWords } from '../../../../kernel/audit-words.ts';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { type Difference, differences } from './differences.ts';

type AuditDiffProps = { before: unknown; after: unknown; words: RecordWords | undefined };

export function AuditDiff({ before, after, words }: AuditDiffProps) {
  const rows = differences(before, after, words);
  if (rows.length === 0) return <p className="sw-quiet">此项操作没有记录字段变化。</p>;
  return (
    <table className="sw-plain-table sw-diff">
      <thead>
        <tr>
          <th scope="col">字段</th>
          <th scope="col">变更前</th>
          <th scope="col">变更后</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <DiffRow key={row.field} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function DiffRow({ row }: { row: Difference }) {
  return (
    <tr>
      <th scope="row">{row.label}</th>
      <td className={row.changed ? 'sw-tone-red' : 'sw-quiet'}>{row.before ?? UNKNOWN}</td>
      <td className={row.changed ? 'sw-diff-new' : 'sw-quiet'}>{row.after ?? UNKNOWN}</td>
    </tr>
  );
}
