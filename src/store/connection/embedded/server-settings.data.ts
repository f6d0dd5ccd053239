/** One setting of the embedded server and why it has that value. */
export interface ServerSetting {
  readonly name: string;
  readonly value: string;
  readonly reason: string;
}

/** Given to the embedded server at every start; together with the built-in defaults this is all of its configuration. */
export const SERVER_SETTINGS: readonly ServerSetting[] = [
  // What was acknowledged stays.
  { name: 'fsync', value: 'on', reason: 'an acknowledged write survives a power cut' },
  { name: 'synchronous_commit', value: 'on', reason: 'a commit is on disk before it is acknowledged' },
  { name: 'full_page_writes', value: 'on', reason: 'a page torn by a power cut is repaired' },
  { name: 'restart_after_crash', value: 'on', reason: 'a killed connection process does not end the server' },

  // Who may come in; how is said where the address is chosen.
  { name: 'max_connections', value: '60', reason: 'a pool, jobs, a backup and someone with psql' },

  // Memory: little when idle, enough for ranked search over 100,000 documents.
  { name: 'shared_buffers', value: '128MB', reason: 'taken from the system page by page as it is used' },
  { name: 'effective_cache_size', value: '1GB', reason: 'the page cache that an ordinary machine has left' },
  { name: 'work_mem', value: '16MB', reason: 'bitmaps and sorts of a search stay in memory' },
  { name: 'maintenance_work_mem', value: '128MB', reason: 'indexes are built in memory after a restore' },
  { name: 'huge_pages', value: 'off', reason: 'reserved for databases that own their machine' },
  { name: 'jit', value: 'off', reason: 'compiling takes longer than our queries do' },

  // Processes: as few as do the work.
  { name: 'io_method', value: 'sync', reason: 'three processes less; reads come from the page cache mostly' },
  { name: 'max_worker_processes', value: '4', reason: 'enough for building indexes in parallel' },
  { name: 'max_parallel_workers_per_gather', value: '0', reason: 'a query is answered before a worker has started' },
  { name: 'autovacuum_max_workers', value: '2', reason: 'leaves processors to people' },
  { name: 'max_wal_senders', value: '0', reason: 'nobody replicates from an embedded server' },
  { name: 'max_logical_replication_workers', value: '0', reason: 'nor does it replicate from others' },
  { name: 'wal_level', value: 'minimal', reason: 'the log serves recovery only; a restore writes tables once' },

  // Disk.
  { name: 'random_page_cost', value: '1.1', reason: 'solid-state disks and the page cache' },
  { name: 'max_wal_size', value: '512MB', reason: 'recovery after a crash takes seconds' },
  { name: 'wal_compression', value: 'pglz', reason: 'documents compress well' },

  // Values look the same on every machine.
  { name: 'timezone', value: 'UTC', reason: 'instants are read as UTC' },
  { name: 'log_timezone', value: 'UTC', reason: 'the log can be laid beside ours' },
  { name: 'datestyle', value: 'ISO, YMD', reason: 'one way to write a date' },
  { name: 'intervalstyle', value: 'iso_8601', reason: 'durations as PT1H30M' },
  { name: 'lc_messages', value: 'C', reason: 'messages are matched by recovery' },
  { name: 'default_text_search_config', value: 'pg_catalog.english', reason: 'the same on every machine' },

  // Whoever forgets.
  { name: 'idle_in_transaction_session_timeout', value: '5min', reason: 'a forgotten transaction frees its locks' },
  { name: 'log_min_messages', value: 'warning', reason: 'the log holds what somebody has to read' },
  { name: 'log_checkpoints', value: 'off', reason: 'ordinary work' },
  { name: 'log_line_prefix', value: '%m [%p] ', reason: 'when and which process' },
  { name: 'logging_collector', value: 'off', reason: 'the log goes where its starter says' },
];

/** Beside these on macOS. */
export const DARWIN_SETTINGS: readonly ServerSetting[] = [
  { name: 'wal_sync_method', value: 'fsync_writethrough', reason: 'plain fsync stops at the cache of the disk there' },
];

/** What every connection to a server of somebody else is set to, so that values look the same as from ours. */
export const SESSION_SETTINGS: Readonly<Record<string, string>> = {
  timezone: 'UTC',
  datestyle: 'ISO, YMD',
  intervalstyle: 'iso_8601',
  jit: 'off',
};
