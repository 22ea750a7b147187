// The same character in another coding: what a copy out of a PDF, an old system or a Korean code page writes instead of the
// character everybody types. Names and words are compared by the character.

/** For U+2E81…U+2EF3, radicals (EquivalentUnifiedIdeograph.txt of Unicode); normalisation knows two of them only. */
const RADICALS = [
  ...('厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑\u{2b739}忄心扌攵\u2e9a旡日月歺母民氵氺灬爫爫丬牛犭' +
    '王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅' +
    '長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'),
];
const FIRST_RADICAL = 0x2e81;

/** For U+E815…U+E864, the places that GBK and GB 18030-2000 gave to characters which had none in Unicode then. */
const OF_GBK = [
  ...('厂𠂇𠂉𠃌乙㑳㑇刀㔾龴㖞㘚㘎小心㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠牛𡗗龸𤴔䁖䅟𥫗䌷㓁羊𦍌𢦏䎱' +
    '䎬聿䏝䓖䙡䙌龹䜣䜩䝼䞍𧾷䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻'),
];
const FIRST_OF_GBK = 0xe815;

/** Radicals, private use, compatibility ideographs, digits of mathematics. */
const OTHERWISE_CODED = /[\u2e80-\u2fdf\ue815-\ue864\uf900-\ufaff\u{1d7ce}-\u{1d7ff}\u{2f800}-\u{2fa1f}]/gu;

function theCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return RADICALS[code - FIRST_RADICAL] ?? OF_GBK[code - FIRST_OF_GBK] ?? character.normalize('NFKC');
}

/** The text with every character in its usual coding. */
export function toUsualCharacters(text: string): string {
  return text.replace(OTHERWISE_CODED, theCharacter);
}
