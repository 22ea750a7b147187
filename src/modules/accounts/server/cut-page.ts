// A page of what was read with one row more.

export function cutPage<Row extends { id: number }>(rows: Row[], limit: number): { items: Row[]; next?: string } {
  if (rows.length <= limit) return { items: rows };
  const items = rows.slice(0, limit);
  return { items, next: String(items.at(-1)?.id) };
}
