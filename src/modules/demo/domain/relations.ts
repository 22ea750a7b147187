// Who lives with a head of household: the national system's 28 relations (与户主关系), with the ages at which each is
// likely. A rule is usable while the head's age is between `from` and `to`.

export type RelationRule = {
  relation: string;
  male: boolean | 'any';
  from: number;
  to: number;
  weight: number;
  /** Age of the member minus age of the head, youngest and oldest. */
  offset: readonly [number, number];
  once: boolean;
  surname: 'head' | 'children' | 'own';
  needs?: 'wife' | 'husband' | 'grown-son' | 'grown-daughter';
};

const ELDERS: RelationRule[] = [
  { relation: '之父', male: true, from: 20, to: 65, weight: 0.8, offset: [20, 34], once: true, surname: 'head' },
  { relation: '之母', male: false, from: 20, to: 68, weight: 1, offset: [19, 32], once: true, surname: 'own' },
  {
    relation: '之岳父',
    male: true,
    from: 26,
    to: 62,
    weight: 0.15,
    offset: [20, 32],
    once: true,
    surname: 'own',
    needs: 'wife',
  },
  {
    relation: '之岳母',
    male: false,
    from: 26,
    to: 65,
    weight: 0.2,
    offset: [19, 31],
    once: true,
    surname: 'own',
    needs: 'wife',
  },
  {
    relation: '之公公',
    male: true,
    from: 26,
    to: 62,
    weight: 0.5,
    offset: [21, 33],
    once: true,
    surname: 'children',
    needs: 'husband',
  },
  {
    relation: '之婆婆',
    male: false,
    from: 26,
    to: 65,
    weight: 0.6,
    offset: [20, 32],
    once: true,
    surname: 'own',
    needs: 'husband',
  },
  { relation: '之祖父', male: true, from: 18, to: 38, weight: 0.15, offset: [42, 58], once: true, surname: 'head' },
  { relation: '之祖母', male: false, from: 18, to: 40, weight: 0.2, offset: [41, 57], once: true, surname: 'own' },
  { relation: '之外祖父', male: true, from: 18, to: 38, weight: 0.04, offset: [42, 58], once: true, surname: 'own' },
  { relation: '之外祖母', male: false, from: 18, to: 40, weight: 0.05, offset: [41, 57], once: true, surname: 'own' },
  { relation: '之叔伯', male: true, from: 25, to: 60, weight: 0.04, offset: [12, 30], once: true, surname: 'head' },
];

const SAME_GENERATION: RelationRule[] = [
  {
    relation: '之兄弟姐妹',
    male: 'any',
    from: 18,
    to: 75,
    weight: 0.2,
    offset: [-12, 12],
    once: false,
    surname: 'head',
  },
  {
    relation: '之兄弟媳妇',
    male: false,
    from: 30,
    to: 75,
    weight: 0.04,
    offset: [-12, 10],
    once: true,
    surname: 'own',
  },
  { relation: '其他', male: 'any', from: 18, to: 90, weight: 0.08, offset: [-40, 20], once: false, surname: 'own' },
];

const YOUNGER: RelationRule[] = [
  { relation: '之子', male: true, from: 21, to: 60, weight: 9, offset: [-38, -19], once: false, surname: 'children' },
  {
    relation: '之女',
    male: false,
    from: 21,
    to: 60,
    weight: 8.6,
    offset: [-38, -19],
    once: false,
    surname: 'children',
  },
  { relation: '之子', male: true, from: 61, to: 95, weight: 4.4, offset: [-38, -20], once: false, surname: 'children' },
  {
    relation: '之女',
    male: false,
    from: 61,
    to: 95,
    weight: 3.2,
    offset: [-38, -20],
    once: false,
    surname: 'children',
  },
  {
    relation: '之儿媳',
    male: false,
    from: 46,
    to: 90,
    weight: 2.2,
    offset: [-38, -22],
    once: true,
    surname: 'own',
    needs: 'grown-son',
  },
  {
    relation: '之女婿',
    male: true,
    from: 46,
    to: 90,
    weight: 0.4,
    offset: [-36, -20],
    once: true,
    surname: 'own',
    needs: 'grown-daughter',
  },
  {
    relation: '之孙子',
    male: true,
    from: 48,
    to: 90,
    weight: 1.1,
    offset: [-62, -46],
    once: false,
    surname: 'children',
  },
  {
    relation: '之孙女',
    male: false,
    from: 48,
    to: 90,
    weight: 1.1,
    offset: [-62, -46],
    once: false,
    surname: 'children',
  },
  { relation: '之外孙子', male: true, from: 48, to: 90, weight: 0.25, offset: [-62, -46], once: false, surname: 'own' },
  {
    relation: '之外孙女',
    male: false,
    from: 48,
    to: 90,
    weight: 0.25,
    offset: [-62, -46],
    once: false,
    surname: 'own',
  },
  {
    relation: '之曾孙子',
    male: true,
    from: 74,
    to: 95,
    weight: 0.1,
    offset: [-86, -72],
    once: false,
    surname: 'children',
  },
  {
    relation: '之曾孙女',
    male: false,
    from: 74,
    to: 95,
    weight: 0.1,
    offset: [-86, -72],
    once: false,
    surname: 'children',
  },
  { relation: '之侄儿', male: true, from: 28, to: 80, weight: 0.06, offset: [-34, -14], once: false, surname: 'head' },
  { relation: '之侄女', male: false, from: 28, to: 80, weight: 0.05, offset: [-34, -14], once: false, surname: 'head' },
];

export const RELATION_RULES: readonly RelationRule[] = [...ELDERS, ...SAME_GENERATION, ...YOUNGER];
