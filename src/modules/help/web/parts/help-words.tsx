// States, gaps and files of help as they are shown everywhere.

import { Image } from 'antd';
import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import { DANGER_NAMES, type Danger } from '../../../process/domain/words.ts';
import { GAP_NAMES, type GapKind } from '../../domain/gaps.ts';
import { MEASURE_STATE_NAMES, type MeasureState } from '../../domain/measures.ts';

const STATE_TONES: Record<MeasureState, Tone> = {
  planned: 'plain',
  implementing: 'yellow',
  done: 'green',
  cancelled: 'plain',
};

export function MeasureStateTag({ state }: { state: MeasureState }) {
  return <StateTag tone={STATE_TONES[state]}>{MEASURE_STATE_NAMES[state]}</StateTag>;
}

const DANGER_TONES: Record<Danger, Tone> = { high: 'red', medium: 'orange', low: 'yellow' };

export function DangerTag({ danger }: { danger: Danger | undefined }) {
  return danger ? <StateTag tone={DANGER_TONES[danger]}>{DANGER_NAMES[danger]}</StateTag> : <>—</>;
}

export function GapTags({ gaps }: { gaps: readonly { kind: GapKind }[] }) {
  const kinds = [...new Set(gaps.map(({ kind }) => kind))];
  return (
    <>
      {kinds.map((kind) => (
        <StateTag key={kind} tone={kind === 'late' ? 'orange' : 'red'}>
          {GAP_NAMES[kind]}
        </StateTag>
      ))}
    </>
  );
}

type PhotosProps = { caseKey: CaseKey; files: readonly { id: string; name: string }[] };

export function HelpPhotos({ caseKey: { countyCode, id }, files }: PhotosProps) {
  if (files.length === 0) return null;
  return (
    <div className="sw-help-photos">
      <Image.PreviewGroup>
        {files.map((file) => (
          <Image key={file.id} alt={file.name} height={56} src={`/api/cases/${countyCode}/${id}/files/${file.id}`} />
        ))}
      </Image.PreviewGroup>
    </div>
  );
}
