/** Last labels of host names, public and internal. */
export const HOST_ENDINGS: ReadonlySet<string> = new Set([
  'com', 'net', 'org', 'edu', 'gov', 'mil', 'io', 'dev', 'cloud', 'local', 'internal', 'lan', 'corp', 'localdomain', 'arpa',
]);

/** Endings that are also words or file endings: a host name has three labels or a port then. */
export const SHORT_HOST_ENDINGS: ReadonlySet<string> = new Set([
  'app', 'info', 'biz', 'example', 'test', 'intra', 'svc', 'at', 'au', 'be', 'br', 'ca', 'ch', 'cn', 'co', 'cz', 'de', 'dk', 'es',
  'eu', 'fi', 'fr', 'gr', 'hk', 'hu', 'ie', 'il', 'in', 'ir', 'it', 'jp', 'kr', 'mx', 'my', 'nl', 'no', 'nz', 'pl', 'pt', 'ro',
  'ru', 'se', 'sg', 'th', 'tr', 'tw', 'ua', 'uk', 'us', 'vn', 'za',
]);

/** First labels of package names, which are host names backwards. */
export const PACKAGE_STARTS: ReadonlySet<string> = new Set(['com', 'org', 'net', 'io', 'dev', 'edu', 'de', 'java', 'javax', 'jdk', 'sun', 'kotlin', 'scala', 'mapred', 'dfs', 'spring']);

/** Units that change with the size of the number before them. */
export const UNITS: ReadonlySet<string> = new Set([
  'B', 'KB', 'MB', 'GB', 'TB', 'kB', 'KiB', 'MiB', 'GiB', 'TiB', 'ns', 'us', 'µs', 'ms', 's', 'sec', 'secs', 'min',
]);

/** Month names that a date in a message begins with. */
export const MONTH_WORDS: ReadonlySet<string> = new Set([
  'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec',
]);

/** Weekday names in front of them. */
export const WEEKDAY_WORDS: ReadonlySet<string> = new Set(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
