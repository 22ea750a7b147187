// What an account that is bound to one batch of problems may call: what opens the batch, and its own account. Everything else is closed,
// also what is added later.

const OWN = new Set([
  ...['accounts.me', 'accounts.keep-alive', 'accounts.sign-out', 'accounts.change-password'],
  ...[
    'accounts.draft-key',
    'accounts.save-list',
    'accounts.saved-lists',
    'regions.path',
    'regions.children',
    'regions.search',
  ],
]);

const OPENED =
  /^rectification\.(one|paper|(list|get)-(problem|problem-claim|fix-measure|fix-check|spread-check|rule-made|card))$/;

export function mayInBatch(operation: string): boolean {
  return OWN.has(operation) || OPENED.test(operation);
}
