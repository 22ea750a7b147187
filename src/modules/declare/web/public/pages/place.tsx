import { Page } from '../parts/frame.tsx';
import { VillageSearch } from '../parts/village-search.tsx';
import type { StepProps } from './step-props.ts';

export function Place({ draft, change, faults, onNext }: StepProps) {
  const { village, forOthers } = draft;
  return (
    <Page title={forOthers ? '他家在哪里' : '您家在哪里'} step={{ step: 1, of: 3 }}>
      {village ? (
        <div className="d-card">
          <p>
            <b>{village.name}</b>
          </p>
          <p className="d-hint">{village.pathText}</p>
          <button type="button" className="d-link" onClick={() => change({ village: undefined })}>
            不对，换一个村
          </button>
        </div>
      ) : (
        <VillageSearch problem={faults.village ?? ''} onPick={(picked) => change({ village: picked })} />
      )}
      <div className="d-actions">
        <button type="button" className="d-button" onClick={onNext}>
          下一步
        </button>
        <a className="d-button d-button-plain" href="#start">
          返回
        </a>
      </div>
    </Page>
  );
}
