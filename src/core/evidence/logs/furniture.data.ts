/**
 * Lines that programs put between the records of a log and that tell of no event, as patterns: headers of files, marks of
 * a tool that prints one. They belong to no record and are not missed.
 */
export const FURNITURE: readonly RegExp[] = [
  // W3C extended logs.
  /^#(?:Software|Version|Date|Start-Date|End-Date|Fields|Remark|System-Id): /u,
  // journalctl.
  /^-- (?:Logs begin at|Journal begins at|Boot [\da-f]{32}|Reboot|No entries) ?.*--$/u,
  // MySQL's slow query log, at every start of the server.
  /^(?:\S*mysqld|\S*mariadbd)\S*, Version: .*started with:$|^Tcp port: \d+ +Unix socket: |^Time +Id +Command +Argument$/u,
  // logcat.
  /^-{5,} (?:beginning of|switch to) \w+$/u,
  // tail -f of several files.
  /^==> \S.* <==$/u,
];
