// What an import is asked for.

export type RegistryFile = { path: string; name: string };

export type ImportRequest = {
  households?: RegistryFile;
  members?: RegistryFile;
  /** Count what would happen and change nothing. */
  preview?: boolean;
  /** The batch that was made when the files were handed in; without one the import makes its own. */
  batchId?: number;
  signal?: AbortSignal;
  onProgress?: (progress: { file: string; bytes: number; byteSize: number; rows: number }) => void;
};
