// How households share in what is produced (联农带农方式).

export const LINKAGE_WAYS = {
  order: '订单',
  shares: '入股分红',
  'asset-income': '资产收益',
  work: '务工就业',
  land: '土地(草场)流转',
  trusteeship: '生产托管',
  lease: '资产租赁',
} as const;
