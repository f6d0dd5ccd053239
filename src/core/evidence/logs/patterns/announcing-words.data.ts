/**
 * Words behind which a name follows, lower-case: what a program works on, which it did not choose itself. Two names
 * behind one of them are two values, not two messages.
 */
export const ANNOUNCING_WORDS: ReadonlySet<string> = new Set(
  [
    'user username uid login logname ruser account owner group member customer',
    'host hostname rhost server node peer client address addr domain endpoint',
    'file filename path dir directory folder url uri bucket key',
    'id name pid ppid session token tag job task pod container instance',
    'topic queue table database schema column index tenant namespace device interface',
  ].flatMap((line) => line.split(' ')),
);
