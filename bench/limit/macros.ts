// How cells, names and identity numbers are read, as SQL macros. An identity number is kept as one integer: its first
// seventeen digits times eleven, plus the check character (X is ten). Every part of it is then plain arithmetic.

const WIDE = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0xff01 + i)).join('');
const NARROW = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).join('');
const BLANKS = '\u3000\u00a0\t';
const DOTS = '•‧・･．.∙⋅●﹒';

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** Check character from the quotients v, v/10, v/100 …: digit k is q(k) − 10·q(k+1), and −10 is 1 modulo 11. */
function checkSum(v: string): string {
  const weight = (k: number) => 2 ** k % 11;
  const terms = Array.from({ length: 17 }, (_, k) => {
    const factor = (weight(k + 1) + (k > 0 ? weight(k) : 0)) % 11;
    return factor === 0 ? '' : `(${v} // ${10 ** k}) * ${factor}`;
  });
  return terms.filter(Boolean).join(' + ');
}

const FROM_DIGITS = (n: string) =>
  `CASE WHEN ${n} >= 100000000000000000 AND ${n} < 1000000000000000000 THEN (${n} // 10) * 11 + ${n} % 10 END`;

export const MACROS = [
  // The plain cell; only for the few that a cast does not take.
  `cell(x) AS trim(regexp_replace(trim(regexp_replace(trim(translate(x, ${text(WIDE + BLANKS)}, ${text(`${NARROW}   `)})), '^="(.*)"$', '\\1')), '^''', ''))`,
  `id_text(x) AS upper(replace(cell(x), ' ', ''))`,
  `name_text(x) AS regexp_replace(translate(cell(x), ${text(DOTS)}, ${text('·'.repeat(DOTS.length))}), '\\s+', '', 'g')`,
  // Han characters are three bytes each: anything else in a name is worth a closer look.
  `is_odd_name(x) AS strlen(x) <> 3 * length(x) OR contains(x, '　') OR contains(x, '•') OR contains(x, '‧') OR contains(x, '・') OR contains(x, '．')`,
  `read_name(x) AS CASE WHEN is_odd_name(x) THEN name_text(x) ELSE x END`,
  `digits_key(n) AS ${FROM_DIGITS('n')}`,
  `x_key(x) AS CASE WHEN x[18] IN ('X', 'x') AND TRY_CAST(left(x, 17) AS BIGINT) >= 10000000000000000 THEN TRY_CAST(left(x, 17) AS BIGINT) * 11 + 10 END`,
  `id_key(x) AS CASE WHEN strlen(x) = 18 THEN coalesce(digits_key(TRY_CAST(x AS BIGINT)), x_key(x)) END`,
  `key_text(k) AS (k // 11)::VARCHAR || CASE WHEN k % 11 = 10 THEN 'X' ELSE (k % 11)::VARCHAR END`,
  `key_birth(k) AS (k // 11000) % 100000000`,
  `key_head(k) AS k // 1100000000000`,
  `key_tail(k) AS k % 11000`,
  `key_sex(k) AS (k // 11) % 2`,
  `is_real_day(b) AS b BETWEEN 18000101 AND 21991231 AND (b // 100) % 100 BETWEEN 1 AND 12 AND b % 100 BETWEEN 1 AND
     CASE WHEN (b // 100) % 100 IN (4, 6, 9, 11) THEN 30 WHEN (b // 100) % 100 <> 2 THEN 31
          WHEN b // 10000 % 4 = 0 AND (b // 10000 % 100 <> 0 OR b // 10000 % 400 = 0) THEN 29 ELSE 28 END`,
  `has_right_check(k) AS (${checkSum('(k // 11)')} + k % 11) % 11 = 1`,
  `is_sound(k) AS has_right_check(k) AND is_real_day(key_birth(k))`,
  // Casts first; what they refuse is normalised and tried again. A cell that was taken goes in as NULL the second time,
  // because DuckDB shares equal expressions and would otherwise normalise every row.
  `read_day(x) AS coalesce(TRY_CAST(x AS DATE), TRY_CAST(try_strptime(cell(CASE WHEN TRY_CAST(x AS DATE) IS NULL THEN x END), ['%Y-%m-%d', '%Y/%m/%d', '%Y%m%d', '%Y年%m月%d日']) AS DATE))`,
  `read_fen(x) AS (coalesce(TRY_CAST(x AS DECIMAL(15, 2)), TRY_CAST(replace(cell(CASE WHEN TRY_CAST(x AS DECIMAL(15, 2)) IS NULL THEN x END), ',', '') AS DECIMAL(15, 2))) * 100)::BIGINT`,
  `read_number(x) AS coalesce(TRY_CAST(x AS BIGINT), TRY_CAST(cell(CASE WHEN TRY_CAST(x AS BIGINT) IS NULL THEN x END) AS BIGINT))`,
  `read_word(x, words) AS CASE WHEN list_contains(words, x) THEN x WHEN list_contains(words, cell(x)) THEN cell(x) END`,
];
