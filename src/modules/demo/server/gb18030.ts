// Node decodes GB18030 but does not encode it. The table is made once by decoding every two-byte code; what is not in
// it (rare characters of four bytes) is refused, since no generated cell holds one.

function buildTable(): Uint16Array {
  const table = new Uint16Array(65_536);
  const decoder = new TextDecoder('gb18030');
  const pair = new Uint8Array(2);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      pair[0] = lead;
      pair[1] = trail;
      const text = decoder.decode(pair);
      if (text.length === 1 && text !== '\ufffd') table[text.charCodeAt(0)] ||= lead * 256 + trail;
    }
  }
  return table;
}

let table: Uint16Array | undefined;

/** The text in GB18030, characters of one and two bytes. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= buildTable();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[length++] = unit;
      continue;
    }
    const code = table[unit] ?? 0;
    if (code === 0) throw new Error(`no two-byte GB18030 code for U+${unit.toString(16)}`);
    bytes[length++] = code >> 8;
    bytes[length++] = code & 255;
  }
  return bytes.subarray(0, length);
}
