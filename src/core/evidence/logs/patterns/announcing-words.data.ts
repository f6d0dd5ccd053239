/** Words behind which a name follows, lower-case: two names behind one of them are two values, not two messages. */
export const ANNOUNCING_WORDS: ReadonlySet<string> = new Set(
  ['user username logname ruser login owner', 'host hostname rhost', 'named called'].flatMap((line) => line.split(' ')),
);

/**
 * Things that have names, lower-case. A name follows where a preposition or a key's mark is around them (`from topic
 * orders`, `pod=web`); elsewhere what follows them mostly tells what happened to them (`pod started`).
 */
export const NAMED_THINGS: ReadonlySet<string> = new Set(
  [
    'account group member customer tenant namespace project team region zone cluster environment',
    'server node peer client address addr domain endpoint device interface deployment service image',
    'file filename path dir directory folder url uri bucket key module plugin package class library',
    'id name pid ppid session token tag job task pod container instance process thread worker pool',
    'topic queue table database schema column index partition channel stream cache breaker flag signal',
  ].flatMap((line) => line.split(' ')),
);

/** Words in front of a thing with a name. */
export const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of for from to into in on at by with via the a an invalid unknown new'.split(' '),
);
