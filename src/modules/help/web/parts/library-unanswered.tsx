import { unanswered } from '../../domain/measure-library.ts';
import { DEMAND_NAMES } from '../../domain/measures.ts';
import type { LibraryEntry } from '../library-api.ts';

/** Risks that would be left without a proposal. */
export function Unanswered({ measures }: { measures: readonly LibraryEntry[] }) {
  const open = unanswered(measures);
  if (open.length === 0) return null;
  return (
    <p className="sw-tone-orange">
      下列风险没有可采用的建议：{open.map((demand) => DEMAND_NAMES[demand]).join('、')}。
    </p>
  );
}
