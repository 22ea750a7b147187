// Keeps the memory of bulk work small enough to stand beside the table of all persons (docs/decisions/0013): a nursery that
// fits what lives for a row or a chunk, a collection when a large table has been let go of (hand-back.ts), and large blocks that go
// back to the system at once, which glibc would otherwise keep in up to eight arenas; in pages of two megabytes, since tables
// are reached into at random. Other systems ignore the variables.

export const NODE_FLAGS = ['--max-semi-space-size=4', '--expose-gc'];
export const MEMORY = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '500000',
  GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
};
