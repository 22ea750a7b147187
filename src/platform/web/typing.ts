/** Whether a key goes into a field, so that shortcuts must leave it alone. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    event.isComposing ||
    (target instanceof HTMLElement && target.closest('input, textarea, [contenteditable=true]') !== null)
  );
}
