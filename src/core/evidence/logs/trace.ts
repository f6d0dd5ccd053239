const FRAME =
  /^\s*(?:at (?:async |new )?[\w$.<>/\\[\]@:~`-]+(?: \[as \w+\])?(?: ?\(|:\d|$)|\.\.\. \d+ (?:more|common)|Caused by: |Suppressed: |--- End of )|^\s+File ".*", line \d+|^\s+from \S+:\d+:in |^#\d+ \S+\(\d+\): /u;

/** Whether the message of a stamped line is a frame of the trace that an earlier line began (Java, Node, .NET, Python, PHP). */
export function isTraceFrame(text: string): boolean {
  return FRAME.test(text);
}

const CLASS =
  /(?<![\w$.])(?:[A-Za-z_$][\w$]*(?:\.|::))*[A-Z][\w$]*(?:Exception|Error|Errors|Failure|Fault|Panic|Interrupt|Warning|Timeout|Exit)\b|\bE[A-Z]{4,12}\b(?!:?[A-Z])/gu;
const SIGNAL = /\b(?:SIG(?:SEGV|ABRT|KILL|TERM|BUS|ILL|FPE)|OOMKilled|CrashLoopBackOff|ImagePullBackOff)\b/gu;
/** Enough for ranking; a hundred nested causes name nothing new. */
const MOST_CLASSES = 6;
const SCANNED = 8000;

/** Classes of exceptions and errors that a text names, in order, each once: `java.sql.SQLException`, `ECONNREFUSED`. */
export function exceptionClasses(text: string): string[] {
  const head = text.length > SCANNED ? text.slice(0, SCANNED) : text;
  const found = new Set<string>();
  for (const match of head.matchAll(CLASS)) {
    if (!LEVELS.has(match[0])) found.add(match[0]);
    if (found.size >= MOST_CLASSES) return [...found];
  }
  for (const match of head.matchAll(SIGNAL)) found.add(match[0]);
  return [...found];
}

const LEVELS = new Set(['ERROR', 'EMERG', 'Error', 'EXCEPTION', 'Exception', 'Warning', 'Timeout', 'Failure']);
