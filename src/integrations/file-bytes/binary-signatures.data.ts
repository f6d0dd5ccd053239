/** First bytes of files that are not text, what they are, and how to get at the text in them. */
export interface BinarySignature {
  readonly what: string;
  readonly bytes: readonly number[];
  /** Offset of the bytes, 0 if absent. */
  readonly at?: number;
  readonly help?: string;
}

/** https://en.wikipedia.org/wiki/List_of_file_signatures, those one meets in a folder of evidence. */
export const BINARY_SIGNATURES: readonly BinarySignature[] = [
  { what: 'a gzip archive', bytes: [0x1f, 0x8b], help: 'Unpack it first: gunzip --keep FILE' },
  { what: 'a Zstandard archive', bytes: [0x28, 0xb5, 0x2f, 0xfd], help: 'Unpack it first: unzstd --keep FILE' },
  { what: 'an xz archive', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], help: 'Unpack it first: unxz --keep FILE' },
  { what: 'a bzip2 archive', bytes: [0x42, 0x5a, 0x68], help: 'Unpack it first: bunzip2 --keep FILE' },
  { what: 'an LZ4 archive', bytes: [0x04, 0x22, 0x4d, 0x18], help: 'Unpack it first: unlz4 FILE' },
  {
    what: 'a zip archive (or an office document)',
    bytes: [0x50, 0x4b, 0x03, 0x04],
    help: 'Unpack it into a directory and name that directory.',
  },
  { what: 'a 7-Zip archive', bytes: [0x37, 0x7a, 0xbc, 0xaf], help: 'Unpack it into a directory and name that.' },
  { what: 'a tar archive', bytes: [0x75, 0x73, 0x74, 0x61, 0x72], at: 257, help: 'Unpack it first: tar -xf FILE' },
  { what: 'a PDF document', bytes: [0x25, 0x50, 0x44, 0x46], help: 'Export what it shows as text or CSV.' },
  {
    what: 'a PNG picture',
    bytes: [0x89, 0x50, 0x4e, 0x47],
    help: 'Write down what it shows, with times, in a text file.',
  },
  { what: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff], help: 'Write down what it shows, with times, in a text file.' },
  { what: 'a GIF picture', bytes: [0x47, 0x49, 0x46, 0x38], help: 'Write down what it shows, with times.' },
  { what: 'a SQLite database', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], help: 'Export the table as CSV.' },
  { what: 'a systemd journal', bytes: [0x4c, 0x50, 0x4b, 0x53], help: 'Export it: journalctl --file FILE -o json' },
  { what: 'a Parquet table', bytes: [0x50, 0x41, 0x52, 0x31], help: 'Export it as CSV.' },
  { what: 'a program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { what: 'a git bundle or pack', bytes: [0x50, 0x41, 0x43, 0x4b], help: 'Clone it and name the clone with --repo.' },
];
