// What each file would come to before anything is written: its columns, what of them is to be said by hand, the first rows with
// what is wrong in them.

import { Alert } from 'antd';
import { Block } from '../../../../platform/web/inspect/block.tsx';
import { aboutFile, InspectedFile } from '../../../../platform/web/inspect/inspected-file.tsx';
import { formatCount, formatRate } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import type { ColumnName } from '../../../feeds/domain/column-names.ts';
import type { FilePreview } from '../types.ts';
import type { Draft } from './draft-table.tsx';

type PreviewStepProps = {
  draft: Draft;
  preview: FilePreview | undefined;
  error: Error | null;
  busy: boolean;
  onRetry: () => void;
  onNames: (names: ColumnName[]) => void;
};

/** What holds for a file: what was said now, else what the office said before. */
export function namesOf({ names }: Draft, preview: FilePreview | undefined): ColumnName[] {
  return names ?? preview?.remembered ?? [];
}

export function PreviewStep({ draft, preview, error, busy, onRetry, onNames }: PreviewStepProps) {
  if (error) return <Failed error={error} onRetry={onRetry} />;
  if (!preview) return <Loading rows={6} />;
  const { file, looked } = preview;
  const names = namesOf(draft, preview);

  function name(column: string, header: string | undefined) {
    const others = names.filter((each) => each.column !== column && each.header !== header);
    onNames(header === undefined ? others : [...others, { column, header }]);
  }

  return (
    <Block title={draft.name} extra={<span className="sw-quiet">{aboutFile(file)}</span>}>
      {draft.problem ? <Alert className="sw-alert" type="error" showIcon role="alert" title={draft.problem} /> : null}
      {file.problem ? null : <LookedRows looked={looked} />}
      <InspectedFile
        file={file}
        wanted="数据种类"
        byHand={{
          names: new Map(names.map(({ column, header }) => [column, header])),
          remembered: new Set(draft.names ? [] : preview.remembered.map(({ column }) => column)),
          onName: name,
          busy,
        }}
      />
    </Block>
  );
}

function LookedRows({ looked: { rows, whole, refused, reasons, withId, known } }: Pick<FilePreview, 'looked'>) {
  const within = whole ? `全部 ${formatCount(rows)} 行` : `前 ${formatCount(rows)} 行`;
  if (rows === 0)
    return <Alert className="sw-alert" type="warning" showIcon title="表头以下没有数据行，提交后需要确认才能装载。" />;
  const why = reasons.map(({ title, rows }) => `${title} ${formatCount(rows)} 行`).join('、');
  const rate = formatRate(known, withId);
  const found =
    withId === 0
      ? ''
      : `证件号码完好的 ${formatCount(withId)} 行中，登记册里有的 ${formatCount(known)} 行（${rate.text}）。`;
  return (
    <Alert
      className="sw-alert"
      type={refused > 0 ? 'warning' : 'info'}
      showIcon
      title={
        refused > 0
          ? `${within}中有 ${formatCount(refused)} 行会被隔离：${why}。${found}`
          : `${within}中没有会被隔离的行。${found}`
      }
    />
  );
}
