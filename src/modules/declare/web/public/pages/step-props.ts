import type { Faults } from '../check.ts';
import type { Draft } from '../types.ts';

export type Change = { [Key in keyof Draft]?: Draft[Key] | undefined };

export type StepProps = {
  draft: Draft;
  change: (change: Change | ((draft: Draft) => Change)) => void;
  faults: Faults;
  onNext: () => void;
};
