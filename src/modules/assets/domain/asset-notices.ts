// What of assets hangs in the village: whose they are, who keeps them, what is to be disposed of (registers §6).

const THING = ['number', 'assetName', 'assetKind', 'formedIn', 'quantity', 'unit', 'originalValueFen'] as const;

export const ASSET_NOTICES = [
  {
    kind: 'title',
    title: '帮扶项目资产确权公示',
    levels: ['village', 'township', 'county'],
    columns: [...THING, 'department', 'upkeepUnit'],
    about: '经清查登记，拟对下列帮扶项目资产确权，现予公示。',
    days: 10,
  },
  {
    kind: 'upkeep',
    title: '帮扶项目资产管护公示',
    levels: ['village', 'township'],
    columns: [...THING, 'upkeepUnit', 'upkeepSource', 'yearlyUpkeepFen'],
    about: '现将下列帮扶项目资产的管护单位、经费来源和年度经费予以公示。',
    days: 10,
  },
  {
    kind: 'disposal',
    title: '帮扶项目资产处置公示',
    levels: ['village', 'township', 'county'],
    states: ['disposal-proposed', 'disposal-reviewed', 'disposed'],
    columns: [...THING, 'assetCondition', 'disposedHow', 'disposalIncomeFen'],
    about: '经集体讨论，拟对下列帮扶项目资产进行处置，现予公示。',
    days: 10,
    before: { dispose: 'over' },
  },
] as const;
