// One look for every page: the deep green of the steppe, greys, dense tables, the fonts that office computers have.

import type { ThemeConfig } from 'antd';

export const COLOURS = {
  brand: '#1F6F54',
  brandDark: '#17543F',
  brandPale: '#E8F2EE',
  text: '#1F2A26',
  textQuiet: '#59645F',
  border: '#D9DEDB',
  page: '#F4F6F5',
  red: '#B42318',
  orange: '#B54708',
  yellow: '#7A5B00',
  redPale: '#FDECEA',
  orangePale: '#FDF0E3',
  yellowPale: '#FBF5D9',
} as const;

/** Five steps of one colour, light to dark, for maps; every neighbour can be told apart in print. */
export const STEPS = ['#E3EFE9', '#B5D5C6', '#7FB69F', '#448C71', '#1A5B45'] as const;

/** Colours of the parts of a composition, in order. */
export const PARTS = ['#1F6F54', '#C08A2E', '#3B6EA5', '#8A5A83', '#7C8783', '#A4532F'] as const;

export const FONTS =
  "'PingFang SC', 'Microsoft YaHei', 'Hiragino Sans GB', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

export const THEME: ThemeConfig = {
  token: {
    colorPrimary: COLOURS.brand,
    colorInfo: COLOURS.brand,
    colorLink: COLOURS.brand,
    colorError: COLOURS.red,
    colorWarning: COLOURS.orange,
    colorSuccess: COLOURS.brand,
    // The derived pale shades of a dark brand come out grey; these stay clear.
    colorPrimaryBg: COLOURS.brandPale,
    colorPrimaryBgHover: '#D6E8E0',
    colorErrorBg: COLOURS.redPale,
    colorWarningBg: COLOURS.orangePale,
    colorSuccessBg: COLOURS.brandPale,
    colorInfoBg: COLOURS.brandPale,
    controlItemBgActive: COLOURS.brandPale,
    controlItemBgActiveHover: '#D6E8E0',
    colorText: COLOURS.text,
    colorTextSecondary: COLOURS.textQuiet,
    colorTextTertiary: '#66716C',
    colorTextDescription: COLOURS.textQuiet,
    colorTextPlaceholder: '#6B7671',
    colorBorder: '#C3CBC7',
    colorBorderSecondary: COLOURS.border,
    colorBgLayout: COLOURS.page,
    fontFamily: FONTS,
    fontSize: 14,
    borderRadius: 3,
    wireframe: false,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
  },
  components: {
    Table: { headerBg: '#EEF2F0', headerColor: COLOURS.text, rowHoverBg: COLOURS.brandPale, cellPaddingBlockSM: 6 },
    Menu: {
      itemHeight: 34,
      itemBorderRadius: 3,
      itemMarginInline: 8,
      itemSelectedBg: COLOURS.brandPale,
      groupTitleColor: COLOURS.textQuiet,
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    Layout: { headerBg: '#FFFFFF', siderBg: '#FFFFFF', headerHeight: 48, headerPadding: '0 16px' },
  },
};
