// What does not fit together about an asset, in words. Told, not corrected: the registers stay as they were written (registers §6).

import { type Fen, formatYuan } from '../../../kernel/money.ts';
import { DISPOSED_WAYS } from './asset-states.ts';

export type DoubtedAsset = {
  kind: string;
  form?: string | undefined;
  condition?: string | undefined;
  standing: 'in-use' | 'idle' | 'disposed';
  cancelledOn?: string | undefined;
  disposedHow?: string | undefined;
  disposedOn?: string | undefined;
  upkeepSource?: string | undefined;
  yearlyUpkeepFen?: Fen | undefined;
  /** In per cent, of the owners of today. */
  owned: number;
  project?: { number: string; settledFen?: Fen | undefined; assetsFen: Fen; remark?: string | undefined } | undefined;
  contracts: readonly { way: string; startedOn: string; through: string; dissolvedOn?: string | undefined }[];
  arrivals: readonly { on: string; fen: Fen }[];
  shared: readonly { year: number; purpose: string; on: string; amountFen: Fen }[];
  /** Moves made and not taken back. */
  moves: readonly string[];
};

const yuan = (fen: Fen) => `${formatYuan(fen)} 元`;
const sum = (fens: readonly Fen[]) => fens.reduce((all, fen) => all + fen, 0);

function aboutProject({ project }: DoubtedAsset): string | undefined {
  if (!project?.settledFen) return undefined;
  const over = project.assetsFen - project.settledFen;
  if (over > 0) return `项目 ${project.number} 形成的资产合计比决算金额多 ${yuan(over)}`;
  if (over === 0 || project.remark) return undefined;
  return `项目 ${project.number} 的决算金额有 ${yuan(-over)} 没有形成资产，请在项目备注写明管理费、消耗物资等去向`;
}

function aboutContracts(asset: DoubtedAsset, on: string): (string | undefined)[] {
  const { kind, form, standing, contracts, arrivals, cancelledOn } = asset;
  if (standing === 'disposed' || cancelledOn) return [];
  const running = contracts.filter(
    ({ startedOn, dissolvedOn }) => startedOn <= on && !(dissolvedOn && dissolvedOn <= on),
  );
  const until = running
    .map(({ through }) => through)
    .sort()
    .at(-1);
  const isRunning = until !== undefined && until >= on;
  const last = arrivals
    .map((one) => one.on)
    .sort()
    .at(-1);
  const invested = contracts.filter(({ way }) => way === 'invested');
  const isLeft =
    form === 'equity' &&
    invested.length > 0 &&
    !running.some(({ way, through }) => way === 'invested' && through >= on);
  return [
    kind === 'operating' && standing === 'in-use' && !isRunning ? '经营性资产没有在期合同，也没有登记自营' : undefined,
    until && !isRunning && last && last > until ? `合同 ${until} 已到期，${last} 仍有收益到账` : undefined,
    isLeft ? '入股合同已解除或到期，股权仍按原值登记，请核实本金能否收回，并登记处置' : undefined,
  ];
}

function aboutSharing({ arrivals, shared, upkeepSource, yearlyUpkeepFen }: DoubtedAsset): (string | undefined)[] {
  const years = new Set(shared.map(({ year }) => year)).size;
  const costs = upkeepSource === 'asset-income' ? years * (yearlyUpkeepFen ?? 0) : 0;
  const over = sum(shared.map(({ amountFen }) => amountFen)) - (sum(arrivals.map(({ fen }) => fen)) - costs);
  const first = arrivals.map((one) => one.on).sort()[0];
  const early = shared.find(({ purpose, on }) => purpose === 'dividend' && (first === undefined || on < first));
  return [
    over > 0 && shared.length > 0 ? `已分配的收益比到账收益减管护费用多 ${yuan(over)}` : undefined,
    early ? `${early.on} 分红时还没有收益到账，请核实是否用本金或财政资金发放` : undefined,
  ];
}

function aboutEnd({
  kind,
  condition,
  cancelledOn,
  disposedHow,
  disposedOn,
  moves,
}: DoubtedAsset): (string | undefined)[] {
  const isDisposed = DISPOSED_WAYS.some((way) => way === disposedHow);
  const agreed = ['propose-disposal', 'review-disposal', 'dispose'].every((move) => moves.includes(move));
  return [
    isDisposed && !agreed ? '已经处置，没有登记嘎查村会议、苏木乡镇、旗县三级意见' : undefined,
    disposedOn && !disposedHow ? '有处置日期，没有处置方式' : undefined,
    kind === 'household-owned' && condition === 'lost' && !cancelledOn
      ? '到户类资产死亡、出售的应办理“注销”并写明原因，不登记为灭失'
      : undefined,
  ];
}

/** Sentences without full stop, the weightiest first. `on`: ISO text. */
export function assetDoubts(asset: DoubtedAsset, on: string): string[] {
  const { kind, standing, owned, cancelledOn } = asset;
  const needsOwner = kind !== 'household-owned' && standing !== 'disposed' && !cancelledOn;
  return [
    ...aboutSharing(asset),
    ...aboutEnd(asset),
    ...aboutContracts(asset, on),
    aboutProject(asset),
    needsOwner && owned !== 100 ? `现在的所有权人份额合计是 ${owned}%，不是 100%` : undefined,
  ].filter((doubt): doubt is string => doubt !== undefined);
}
