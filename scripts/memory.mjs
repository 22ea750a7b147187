// What glibc keeps of memory that was given back, by default up to eight arenas of it: large blocks go back to the system at
// once. Files of any size then fit beside the table of all persons (docs/operations.md, "Memory"). Other systems ignore it.

export const MEMORY = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '500000' };
